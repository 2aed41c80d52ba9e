import NIOCore
import NIOHTTP1

/// Closes the connection of an HTTP/1.0 client behind the answer (RFC 9112, section 9.3): such a client, a text browser
/// for one, waits for the end of the connection to know that it has everything, unless it asked to keep it open.
///
/// The server knows `Connection: close` only, so that is written into the request.
final class OldConnections: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), (head.version.major, head.version.minor) < (1, 1),
            !head.isKeepAlive
        else {
            context.fireChannelRead(data)
            return
        }
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}

/// Puts ``OldConnections`` behind the reader of requests, where the version of HTTP is still known. The server itself
/// takes handlers only for the place behind that, where it no longer is.
final class OldConnectionsPlacing: ChannelInboundHandler, RemovableChannelHandler {
    // It hands on whatever comes; every handler must say what that is.
    typealias InboundIn = NIOAny

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        guard let reader = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else { return }
        // Where that fails, old clients wait for the time of idle connections, as without it.
        try? pipeline.addHandler(OldConnections(), position: .after(reader))
    }
}
