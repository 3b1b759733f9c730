"""The interoperability service in Python's gRPC, which is the official C core.

    python3 server.py DESCRIPTOR

DESCRIPTOR is a file with the serialized google.protobuf.FileDescriptorProto of grpc/testing/test.proto. Prints
"listening PORT", and a line for every event that a client may want to know of. Runs until standard input is closed.
"""

import sys
import time
from concurrent import futures

import grpc
from google.protobuf import descriptor_pool, message_factory

POOL = descriptor_pool.DescriptorPool()
with open(sys.argv[1], "rb") as descriptor:
    POOL.AddSerializedFile(descriptor.read())
FACTORY = message_factory.MessageFactory(POOL)


def message(name):
    return FACTORY.GetPrototype(POOL.FindMessageTypeByName("grpc.testing." + name))


Empty = message("Empty")
Payload = message("Payload")
SimpleRequest = message("SimpleRequest")
SimpleResponse = message("SimpleResponse")
InputRequest = message("StreamingInputCallRequest")
InputResponse = message("StreamingInputCallResponse")
OutputRequest = message("StreamingOutputCallRequest")
OutputResponse = message("StreamingOutputCallResponse")

INITIAL = "x-grpc-test-echo-initial"
TRAILING = "x-grpc-test-echo-trailing-bin"


def tell(event):
    print(event, flush=True)


def zeros(size):
    return Payload(body=bytes(size))


def echo_metadata(context):
    received = dict(context.invocation_metadata())
    if INITIAL in received:
        context.send_initial_metadata(((INITIAL, received[INITIAL]),))
    if TRAILING in received:
        context.set_trailing_metadata(((TRAILING, received[TRAILING]),))


def abort_if_asked(request, context):
    if request.HasField("response_status") and request.response_status.code:
        codes = {code.value[0]: code for code in grpc.StatusCode}
        context.abort(codes[request.response_status.code], request.response_status.message)


def tell_if_cancelled(event, requests, context):
    """Tells when the call ends, if the client gave it up.

    Whether it did is asked only then: before, the requests of a call that was given up may end as those of a completed
    one do. Asked for one more afterwards, they raise for the one and stop for the other.
    """
    def ended():
        try:
            next(requests)
        except StopIteration:
            pass
        except grpc.RpcError:
            tell(event)

    # A call that is over before its handler begins takes no callback.
    if not context.add_callback(ended):
        ended()


def empty_call(request, context):
    return Empty()


def unary_call(request, context):
    if request.HasField("response_compressed"):
        context.set_compression(grpc.Compression.Gzip)
        if not request.response_compressed.value:
            context.disable_next_message_compression()
    echo_metadata(context)
    abort_if_asked(request, context)
    return SimpleResponse(payload=zeros(request.response_size))


def streaming_input_call(requests, context):
    tell_if_cancelled("input-cancelled", requests, context)
    tell("input-started")
    return InputResponse(aggregated_payload_size=sum(len(request.payload.body) for request in requests))


def respond(request, context):
    for response in request.response_parameters:
        time.sleep(response.interval_us / 1e6)
        if not response.compressed.value:
            context.disable_next_message_compression()
        yield OutputResponse(payload=zeros(response.size))


def streaming_output_call(request, context):
    if any(response.compressed.value for response in request.response_parameters):
        context.set_compression(grpc.Compression.Gzip)
    yield from respond(request, context)


def full_duplex_call(requests, context):
    tell_if_cancelled("duplex-cancelled", requests, context)
    echo_metadata(context)
    for request in requests:
        abort_if_asked(request, context)
        yield from respond(request, context)


def handler(kind, behaviour, request, response):
    return kind(behaviour, request_deserializer=request.FromString, response_serializer=response.SerializeToString)


def main():
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
    server.add_generic_rpc_handlers((
        grpc.method_handlers_generic_handler("grpc.testing.TestService", {
            "EmptyCall": handler(grpc.unary_unary_rpc_method_handler, empty_call, Empty, Empty),
            "UnaryCall": handler(grpc.unary_unary_rpc_method_handler, unary_call, SimpleRequest, SimpleResponse),
            "StreamingInputCall": handler(
                grpc.stream_unary_rpc_method_handler, streaming_input_call, InputRequest, InputResponse),
            "StreamingOutputCall": handler(
                grpc.unary_stream_rpc_method_handler, streaming_output_call, OutputRequest, OutputResponse),
            "FullDuplexCall": handler(
                grpc.stream_stream_rpc_method_handler, full_duplex_call, OutputRequest, OutputResponse),
        }),
    ))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    tell(f"listening {port}")
    sys.stdin.read()
    server.stop(grace=None)


if __name__ == "__main__":
    main()
