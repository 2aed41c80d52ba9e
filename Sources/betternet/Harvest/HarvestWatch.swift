import Editorial
import Foundation
import Logging
import Outbound
import ServiceLifecycle

/// Fetches sources while the site runs: those that somebody asked for, and those whose day has come.
struct HarvestWatch: Service {
    /// How often it looks whether there is something to do.
    private static let interval = Duration.seconds(5)
    /// Sources that are fetched at the same time, so that a slow one keeps no other waiting.
    private static let atOnce = 3

    let workspace: Workspace
    let outside: HarvestOutside
    var logger: Logger?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<Self.atOnce { group.addTask { await watch() } }
            }
        }
    }

    private func watch() async {
        while !Task.isCancelled {
            do {
                guard await workspace.store.isOnDuty(), let task = try await workspace.takeHarvest() else {
                    try await Task.sleep(for: Self.interval)
                    continue
                }
                await fetch(task)
            } catch is CancellationError {
                return
            } catch {
                logger?.warning("sources can't be looked at: \(error)")
                do { try await Task.sleep(for: Self.interval) } catch { return }
            }
        }
    }

    private func fetch(_ task: Workspace.HarvestTask) async {
        do {
            _ = try await run(task.source, isTrial: task.isTrial, believesVanished: task.believesVanished)
        } catch {
            if !(error is CancellationError) { logger?.warning("the source \(task.source.name) failed: \(error)") }
            do { try await workspace.abandonHarvest(of: task.source.id) } catch {
                logger?.warning("the source \(task.source.name) stays as begun: \(error)")
            }
        }
    }

    /// Fetches a source, takes over what it brought, and notes what came of it.
    func run(
        _ source: HarvestSource, isTrial: Bool, believesVanished: Bool = false
    ) async throws -> HarvestRun {
        let clock = ContinuousClock()
        let start = clock.now
        let delivery = try await outside.runner().delivery(from: source, over: workspace.catalogue)
        var run = try await workspace.harvest(
            delivery, of: source, isTrial: isTrial, believesVanished: believesVanished)
        run.seconds = Double((clock.now - start).components.seconds)
        try await workspace.note(run, of: source.id, isTrial: isTrial)
        return run
    }
}
