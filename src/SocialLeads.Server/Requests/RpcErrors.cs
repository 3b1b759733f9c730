using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;

namespace SocialLeads.Server.Requests;

/// <summary>The errors the services answer with, as AIP-193 has them: a code, a sentence, and details for programs.</summary>
internal static class RpcErrors
{
    /// <summary>INVALID_ARGUMENT with a google.rpc.BadRequest that names the field.</summary>
    public static RpcException InvalidArgument(string field, string description) => new Google.Rpc.Status
    {
        Code = (int)Code.InvalidArgument,
        Message = $"{field}: {description}",
        Details =
        {
            Any.Pack(new BadRequest
            {
                FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = description } },
            }),
        },
    }.ToRpcException();

    /// <summary>NOT_FOUND with a google.rpc.ResourceInfo.</summary>
    public static RpcException NotFound(string resourceType, string name, string description) => new Google.Rpc.Status
    {
        Code = (int)Code.NotFound,
        Message = description,
        Details = { Any.Pack(new ResourceInfo { ResourceType = resourceType, ResourceName = name, Description = description }) },
    }.ToRpcException();

    /// <summary>INVALID_ARGUMENT with a google.rpc.BadRequest that names every field that is wrong.</summary>
    public static RpcException InvalidArguments(string message, IEnumerable<BadRequest.Types.FieldViolation> violations)
    {
        var request = new BadRequest();
        request.FieldViolations.AddRange(violations);
        return new Google.Rpc.Status { Code = (int)Code.InvalidArgument, Message = message, Details = { Any.Pack(request) } }.ToRpcException();
    }

    /// <summary>FAILED_PRECONDITION with a google.rpc.PreconditionFailure that names what is not as it should be.</summary>
    public static RpcException FailedPrecondition(string type, string subject, string description) => new Google.Rpc.Status
    {
        Code = (int)Code.FailedPrecondition,
        Message = description,
        Details =
        {
            Any.Pack(new PreconditionFailure
            {
                Violations = { new PreconditionFailure.Types.Violation { Type = type, Subject = subject, Description = description } },
            }),
        },
    }.ToRpcException();

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.QuotaFailure: trying again is of no use before there is less of it.</summary>
    public static RpcException QuotaExceeded(string subject, string description) => new Google.Rpc.Status
    {
        Code = (int)Code.ResourceExhausted,
        Message = description,
        Details =
        {
            Any.Pack(new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = subject, Description = description } } }),
        },
    }.ToRpcException();

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.RetryInfo.</summary>
    public static RpcException Overloaded() => Retry(
        Code.ResourceExhausted, "More activities wait to become durable than the server holds at a time. Send these again a little later.");

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.RetryInfo.</summary>
    public static RpcException TooManyBoards() => Retry(
        Code.ResourceExhausted,
        $"{TooManyBoardsException.MostWaiting} rankings of past days, or of models that not everybody is ranked by, wait to be made; the server holds no more "
        + "at a time. Ask again a little later, and for fewer days at a time.");

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.RetryInfo.</summary>
    public static RpcException TrialRunning() => Retry(
        Code.ResourceExhausted, "Another trial is running on this server, which runs one at a time. Try again when it has ended.");

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.QuotaFailure.</summary>
    public static RpcException TooManyColleagues() => QuotaExceeded(
        "days",
        $"The model counts colleagues, and to score all of this member's on each day takes more than {ScoreHistory.MostScores:N0} scores. "
        + "Ask for fewer days, for another model, or for single days with GetScore.");

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.RetryInfo.</summary>
    public static RpcException LearningRunning() => Retry(
        Code.ResourceExhausted, "Another model is being learned on this server, which learns one at a time. Try again when it is done.");

    /// <summary>RESOURCE_EXHAUSTED: trying again is of no use, asking for less is.</summary>
    public static RpcException AnswerTooLarge(int bytes) => new(new Grpc.Core.Status(
        StatusCode.ResourceExhausted,
        $"The answer would have more than {bytes} bytes. Ask for fewer members at a time, or for LEAD_VIEW_BASIC."));

    /// <summary>UNAVAILABLE with a google.rpc.RetryInfo.</summary>
    public static RpcException StoreUnavailable() => Retry(
        Code.Unavailable, "The store cannot be reached now. Send this again as it is; activities that became durable meanwhile will be duplicates.");

    /// <summary>UNAVAILABLE with a google.rpc.RetryInfo.</summary>
    public static RpcException Stopping() => Retry(Code.Unavailable, "The server is stopping. What was acknowledged is durable.");

    private static RpcException Retry(Code code, string message) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }) },
    }.ToRpcException();
}
