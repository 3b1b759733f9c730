# Performs one interoperability case with Ruby's gRPC, which is the official C core.
#
#   ruby client.rb HOST:PORT DESCRIPTOR CASE
#
# DESCRIPTOR is a file with the serialized google.protobuf.FileDescriptorProto of grpc/testing/test.proto. A case that
# cancels waits for a line on standard input first, so that whoever drives it can see that the call has arrived.
# Exits with 0 if the case passed; otherwise says on standard error what was not as it should be.

require 'grpc'
require 'google/protobuf'

Google::Protobuf::DescriptorPool.generated_pool.add_serialized_file(File.binread(ARGV[1]))

def message(name)
  Google::Protobuf::DescriptorPool.generated_pool.lookup("grpc.testing.#{name}").msgclass
end

Empty = message('Empty')
BoolValue = message('BoolValue')
Payload = message('Payload')
EchoStatus = message('EchoStatus')
SimpleRequest = message('SimpleRequest')
SimpleResponse = message('SimpleResponse')
InputRequest = message('StreamingInputCallRequest')
InputResponse = message('StreamingInputCallResponse')
OutputRequest = message('StreamingOutputCallRequest')
OutputResponse = message('StreamingOutputCallResponse')
ResponseParameters = message('ResponseParameters')

class TestService
  include GRPC::GenericService
  self.marshal_class_method = :encode
  self.unmarshal_class_method = :decode
  self.service_name = 'grpc.testing.TestService'
  rpc :EmptyCall, Empty, Empty
  rpc :UnaryCall, SimpleRequest, SimpleResponse
  rpc :StreamingInputCall, stream(InputRequest), InputResponse
  rpc :StreamingOutputCall, OutputRequest, stream(OutputResponse)
  rpc :FullDuplexCall, stream(OutputRequest), stream(OutputResponse)
  rpc :UnimplementedCall, Empty, Empty
end

class UnimplementedService
  include GRPC::GenericService
  self.marshal_class_method = :encode
  self.unmarshal_class_method = :decode
  self.service_name = 'grpc.testing.UnimplementedService'
  rpc :UnimplementedCall, Empty, Empty
end

INITIAL = 'x-grpc-test-echo-initial'
TRAILING = 'x-grpc-test-echo-trailing-bin'
GZIP = { 'grpc-internal-encoding-request' => 'gzip' }.freeze

def check(what, expected, actual)
  raise "#{what}: expected #{expected.inspect}, got #{actual.inspect}" unless expected == actual
end

def expect_error(code)
  yield
  raise "expected status #{code}, got OK"
rescue GRPC::BadStatus => e
  check('status', code, e.code)
  e.details
end

def zeros(size)
  Payload.new(body: "\0".b * size)
end

def duplex_request(request_size, response_size)
  OutputRequest.new(response_parameters: [ResponseParameters.new(size: response_size)], payload: zeros(request_size))
end

def await_go_ahead
  $stdin.gets || raise('standard input closed before the case could go on')
end

# What a call sends, one message at a time, as the case goes on.
class Requests
  def initialize
    @queue = Queue.new
  end

  def push(request)
    @queue << request
  end

  def close
    @queue << nil
  end

  def each
    return enum_for(:each) unless block_given?

    while (request = @queue.pop)
      yield request
    end
  end
end

class Cases
  def initialize(address)
    @stub = TestService.rpc_stub_class.new(address, :this_channel_is_insecure)
    @unimplemented = UnimplementedService.rpc_stub_class.new(address, :this_channel_is_insecure)
  end

  def empty_unary
    check('response', Empty.new, @stub.empty_call(Empty.new))
  end

  def large_unary
    check_large(@stub.unary_call(SimpleRequest.new(response_size: 314_159, payload: zeros(271_828))))
  end

  def client_streaming
    requests = [27_182, 8, 1828, 45_904].map { |size| InputRequest.new(payload: zeros(size)) }
    check('size', 74_922, @stub.streaming_input_call(requests).aggregated_payload_size)
  end

  def server_streaming
    sizes = [31_415, 9, 2653, 58_979]
    request = OutputRequest.new(response_parameters: sizes.map { |size| ResponseParameters.new(size: size) })
    check('sizes', sizes, @stub.streaming_output_call(request).map { |response| response.payload.body.size })
  end

  def ping_pong
    requests = Requests.new
    pairs = [[27_182, 31_415], [8, 9], [1828, 2653], [45_904, 58_979]]
    responses = @stub.full_duplex_call(requests.each)
    pairs.each do |request_size, response_size|
      requests.push(duplex_request(request_size, response_size))
      check('response size', response_size, responses.next.payload.body.size)
    end
    requests.close
    check('rest', [], rest(responses))
  end

  def empty_stream
    check('responses', [], @stub.full_duplex_call([].each).to_a)
  end

  def timeout_on_sleeping_server
    # The server sees only what reaches it before the deadline, so there is a connection and time enough for that.
    @stub.empty_call(Empty.new)
    expect_error(GRPC::Core::StatusCodes::DEADLINE_EXCEEDED) do
      requests = Requests.new
      request = duplex_request(27_182, 31_415)
      request.response_parameters[0].interval_us = 600_000_000
      requests.push(request)
      @stub.full_duplex_call(requests.each, deadline: Time.now + 5).to_a
    end
  end

  def cancel_after_begin
    requests = Requests.new
    operation = @stub.streaming_input_call(requests.each, return_op: true)
    canceller = Thread.new do
      await_go_ahead
      operation.cancel
      requests.close
    end
    expect_error(GRPC::Core::StatusCodes::CANCELLED) { operation.execute }
    canceller.join
  end

  def cancel_after_first_response
    requests = Requests.new
    operation = @stub.full_duplex_call(requests.each, return_op: true)
    requests.push(duplex_request(27_182, 31_415))
    responses = operation.execute
    expect_error(GRPC::Core::StatusCodes::CANCELLED) do
      responses.each do |response|
        check('response size', 31_415, response.payload.body.size)
        await_go_ahead
        operation.cancel
        requests.close
      end
    end
  end

  def custom_metadata
    metadata = { INITIAL => 'test_initial_metadata_value', TRAILING => "\xab\xab\xab".b }
    unary = @stub.unary_call(
      SimpleRequest.new(response_size: 314_159, payload: zeros(271_828)), metadata: metadata, return_op: true)
    check_large(unary.execute)
    check_metadata(unary, metadata)

    duplex = @stub.full_duplex_call([duplex_request(271_828, 314_159)].each, metadata: metadata, return_op: true)
    check('responses', [314_159], duplex.execute.map { |response| response.payload.body.size })
    check_metadata(duplex, metadata)
  end

  def status_code_and_message
    status = EchoStatus.new(code: 2, message: 'test status message')
    details = expect_error(2) { @stub.unary_call(SimpleRequest.new(response_status: status)) }
    check('message', status.message, details)
    details = expect_error(2) { @stub.full_duplex_call([OutputRequest.new(response_status: status)].each).to_a }
    check('message', status.message, details)
  end

  def special_status_message
    text = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \u{1F608}\t\n"
    status = EchoStatus.new(code: 2, message: text)
    details = expect_error(2) { @stub.unary_call(SimpleRequest.new(response_status: status)) }
    check('message', text, details.dup.force_encoding('UTF-8'))
  end

  def unimplemented_method
    expect_error(GRPC::Core::StatusCodes::UNIMPLEMENTED) { @stub.unimplemented_call(Empty.new) }
  end

  def unimplemented_service
    expect_error(GRPC::Core::StatusCodes::UNIMPLEMENTED) { @unimplemented.unimplemented_call(Empty.new) }
  end

  def client_compressed_unary
    # A server that cannot tell compressed from plain would make the rest of the case worthless.
    expect_error(GRPC::Core::StatusCodes::INVALID_ARGUMENT) { @stub.unary_call(compressed_request(true)) }
    check_large(@stub.unary_call(compressed_request(true), metadata: GZIP))
    check_large(@stub.unary_call(compressed_request(false)))
  end

  def client_compressed_streaming
    probe = [InputRequest.new(payload: zeros(27_182), expect_compressed: BoolValue.new(value: true))]
    expect_error(GRPC::Core::StatusCodes::INVALID_ARGUMENT) { @stub.streaming_input_call(probe) }

    operation = nil
    requests = Enumerator.new do |yielder|
      yielder << probe[0]
      # The public API compresses all messages of a call or none; the flag is one level below.
      operation.instance_variable_get(:@wrapped).write_flag = GRPC::Core::WriteFlags::NO_COMPRESS
      yielder << InputRequest.new(payload: zeros(45_904), expect_compressed: BoolValue.new(value: false))
    end
    operation = @stub.streaming_input_call(requests, metadata: GZIP, return_op: true)
    check('size', 73_086, operation.execute.aggregated_payload_size)
  end

  # Ruby does not show how a response travelled; that it arrives is what can be seen here.
  def server_compressed_unary
    [true, false].each do |compressed|
      check_large(@stub.unary_call(SimpleRequest.new(
        response_size: 314_159, payload: zeros(271_828), response_compressed: BoolValue.new(value: compressed))))
    end
  end

  def server_compressed_streaming
    parameters = [[31_415, true], [92_653, false]].map do |size, compressed|
      ResponseParameters.new(size: size, compressed: BoolValue.new(value: compressed))
    end
    responses = @stub.streaming_output_call(OutputRequest.new(response_parameters: parameters))
    check('sizes', [31_415, 92_653], responses.map { |response| response.payload.body.size })
  end

  private

  def check_large(response)
    check('response size', 314_159, response.payload.body.size)
  end

  def check_metadata(operation, sent)
    check('initial metadata', sent[INITIAL], operation.metadata[INITIAL])
    check('trailing metadata', sent[TRAILING], operation.trailing_metadata[TRAILING])
  end

  def compressed_request(expected)
    SimpleRequest.new(
      response_size: 314_159, payload: zeros(271_828), expect_compressed: BoolValue.new(value: expected))
  end

  def rest(enumerator)
    left = []
    loop { left << enumerator.next }
    left
  end
end

begin
  Cases.new(ARGV[0]).public_send(ARGV[2])
rescue StandardError => e
  abort "#{ARGV[2]}: #{e.class}: #{e.message}"
end
