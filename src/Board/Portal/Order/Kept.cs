using System.Text.Json.Serialization;

namespace WorkOrders.Board.Portal.Order;

/// <summary>A field that was typed in and not saved.</summary>
public sealed record KeptField(string Base, string Mine, long Since);

/// <summary>What was typed into a form and not saved, and when.</summary>
public sealed record Kept(DateTimeOffset At, Dictionary<string, KeptField> Fields);

[JsonSerializable(typeof(Kept))]
internal sealed partial class KeptJson : JsonSerializerContext;
