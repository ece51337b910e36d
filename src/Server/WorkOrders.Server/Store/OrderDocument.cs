using System.Text.Json;
using System.Text.Json.Serialization;
using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// An order as JSON, without the tenant's details. The names in it are those of the core: a test with a document of
/// the first version keeps old rows readable when somebody renames there.
/// </summary>
internal static class OrderDocument
{
    public static string Write(WorkOrder order) =>
        JsonSerializer.Serialize(order with { Tenant = null, Access = null }, OrderJson.Default.WorkOrder);

    public static WorkOrder Read(string document) =>
        JsonSerializer.Deserialize(document, OrderJson.Default.WorkOrder) ?? throw new JsonException("An order's document is empty.");
}

/// <summary>What the core computes is left out: <c>VisibleTo</c>, <c>OpenQuestions</c>, <c>Invoice</c> …</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(BundleJson)])]
[JsonSerializable(typeof(WorkOrder))]
internal sealed partial class OrderJson : JsonSerializerContext;

/// <summary>A bundle is its number.</summary>
internal sealed class BundleJson : JsonConverter<Bundle>
{
    public override Bundle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Bundle.Parse(reader.GetString()) ?? throw new JsonException("No bundle number.");

    public override void Write(Utf8JsonWriter writer, Bundle value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
