using SocialLeads.Bench.Traffic;

namespace SocialLeads.Bench.Loads;

/// <summary>What a load process is asked to do; crosses to it as a line of JSON.</summary>
/// <param name="Kind">What is sent.</param>
/// <param name="Target">An address such as <c>http://127.0.0.1:5080</c>, or for a database its connection string.</param>
/// <param name="Plan">The community that acts.</param>
/// <param name="First">The number of the first activity.</param>
/// <param name="Count">Activities, or calls.</param>
internal sealed record LoadOrder(LoadKind Kind, string Target, TrafficPlan Plan, long First, int Count)
{
    /// <summary>Whether the members act in turn, rather than by how busy they are.</summary>
    public bool InTurn { get; init; }

    /// <summary>Activities in a request, statement or pipeline.</summary>
    public int BatchSize { get; init; } = 1000;

    /// <summary>Connections the load is spread over.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Of a call that does nothing, the bytes that it answers.</summary>
    public int AnswerBytes { get; init; }

    /// <summary>Requests under way at a time on each connection.</summary>
    public int InFlight { get; init; } = 8;

    /// <summary>Activities or calls a second; 0 for as many as go.</summary>
    public int PerSecond { get; init; }
}

/// <summary>What a load process can send.</summary>
internal enum LoadKind
{
    /// <summary>StreamActivities, one stream on each connection.</summary>
    Stream,

    /// <summary>RecordActivities.</summary>
    Unary,

    /// <summary>GetScore of members drawn by how busy they are.</summary>
    Score,

    /// <summary>The first 50 of ListLeads.</summary>
    List,

    /// <summary>A call that does nothing.</summary>
    Nothing,

    /// <summary>The PostgreSQL table of counters.</summary>
    Counters,

    /// <summary>The same with one counter an activity.</summary>
    FewCounters,

    /// <summary>Redis hashes and a sorted set.</summary>
    Redis,

    /// <summary>The first 50 of Redis' sorted set.</summary>
    RedisTop,
}
