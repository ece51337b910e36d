using Google.Rpc;

namespace WorkOrders.Server.Wire;

/// <summary>A wrong field of a request: its path, a stable reason, and what is wrong with it in both languages.</summary>
internal sealed record FieldError(string Field, string Reason, string Swedish, string English)
{
    public BadRequest.Types.FieldViolation ToViolation() => new()
    {
        Field = Field,
        Reason = Reason,
        Description = English,
        LocalizedMessage = new() { Locale = "sv-SE", Message = Swedish },
    };
}
