namespace WorkOrders.Server.Store;

/// <summary>A request that has been carried out, so that its repetition gets the first answer and changes nothing.</summary>
internal sealed class RequestRow
{
    /// <summary>Request ids are made up by clients: they are scoped to the account.</summary>
    public required string Account { get; init; }
    public required Guid RequestId { get; init; }

    /// <summary>SHA-256 over the rpc's name and the request without its id.</summary>
    public required byte[] BodyHash { get; init; }

    public required long Revision { get; init; }

    /// <summary>The answer as protobuf bytes, without anything of the tenant's: that is joined again for whoever may see it.</summary>
    public required byte[] Answer { get; init; }

    /// <summary>Unix milliseconds; rows are removed some days later.</summary>
    public required long RecordedAt { get; init; }
}
