using Google.Protobuf;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>A list that was asked for and can be given. <see cref="Identity"/> tells lists apart, whatever the page.</summary>
internal sealed record ListRequest(OrderFilter Filter, ListOrder Order, int PageSize, Place? After, string Identity);

/// <summary>Reads what was asked for, and refuses with all wrong fields at once.</summary>
internal static class ListRequests
{
    public const int DefaultPage = 50, MaxPage = 200;
    private const int LongestText = 100, MostBundles = 200;

    /// <param name="forgottenBefore">As <see cref="OrderFilter.ForgottenBefore"/>.</param>
    public static ListRequest Read(ListWorkOrdersRequest request, Reader reader, long forgottenBefore)
    {
        var wrong = new FieldViolations();
        var filter = Read(request.Filter ?? new(), reader, wrong) with { ForgottenBefore = forgottenBefore };
        if (ListOrder.Parse(request.OrderBy) is not { } order)
        {
            wrong.Add("order_by", "number, ordered_at, planned_for, due_at, declined_at eller waiting, med eller utan desc.",
                "number, ordered_at, planned_for, due_at, declined_at or waiting, with or without desc.");
            order = default;
        }
        var size = PageSize(request.PageSize, wrong);
        var identity = $"{order} {JsonFormatter.Default.Format(request.Filter ?? new())}";
        var after = ReadToken(request.PageToken, identity, wrong);

        wrong.ThrowIfAny();
        return new(filter, order, size, after, identity);
    }

    public static int PageSize(int asked, FieldViolations wrong)
    {
        if (asked < 0) wrong.Add("page_size", "Får inte vara negativt.", "Must not be negative.");
        return asked == 0 ? DefaultPage : Math.Min(asked, MaxPage);
    }

    public static Place? ReadToken(string token, string identity, FieldViolations wrong)
    {
        if (token.Length == 0) return null;
        if (PageToken.Read(token, identity) is { } place) return place;

        wrong.Add("page_token", "Hör inte till denna lista.", "Not a token of this list.");
        return null;
    }

    /// <summary>Another contractor's id is refused alike whether there is such a contractor or not.</summary>
    public static string? ReadContractor(string id, string field, Reader reader, FieldViolations wrong)
    {
        if (id.Length == 0 || id == reader.Contractor) return null;
        if (reader.Contractor is not null) wrong.Add(field, "Bara för beställare och driftcentral.", "For the landlord only.", "LANDLORD_ONLY");
        return id;
    }

    private static OrderFilter Read(WorkOrderFilter filter, Reader reader, FieldViolations wrong)
    {
        if (filter.Statuses.Any(s => s is WorkOrderStatus.Unspecified || !Enum.IsDefined(s)))
            wrong.Add("filter.statuses", "Okänd status.", "Unknown status.");
        if (filter.Types_.Any(t => t.ToCore() is null)) wrong.Add("filter.types", "Okänd typ.", "Unknown type.");
        if (filter.OrdererAccount.Length > 0 && reader.Contractor is not null)
            wrong.Add("filter.orderer_account", "Bara för beställare och driftcentral.", "For the landlord only.", "LANDLORD_ONLY");
        if (!Enum.IsDefined(filter.Attention)) wrong.Add("filter.attention", "Okänt värde.", "Is not known.");
        else if (filter.Attention is not Attention.Unspecified && reader.Contractor is not null)
            wrong.Add("filter.attention", "Bara för beställare och driftcentral.", "For the landlord only.", "LANDLORD_ONLY");
        if (filter.BundleNumbers.Count > MostBundles) wrong.Add("filter.bundle_numbers", $"Högst {MostBundles} buntar.", $"At most {MostBundles} bundles.", "TOO_MANY");
        var text = filter.Text.Trim();
        if (text.Length > LongestText) wrong.Add("filter.text", $"Högst {LongestText} tecken.", $"At most {LongestText} characters.", "TOO_LONG");
        else if (text.Length > 0 && !Search.HasWords(text)) wrong.Add("filter.text", "Innehåller inget ord.", "Holds no word.");

        return new()
        {
            Statuses = [.. filter.Statuses.Select(s => (int)s).Distinct()],
            Types = [.. filter.Types_.Select(t => (int)t).Distinct()],
            Contractor = ReadContractor(filter.ContractorId, "filter.contractor_id", reader, wrong),
            Bundle = NullIfEmpty(filter.BundleNumber),
            Bundles = [.. filter.BundleNumbers.Distinct()],
            ObjectNumber = NullIfEmpty(filter.ObjectNumber),
            OrdererAccount = NullIfEmpty(filter.OrdererAccount),
            Text = NullIfEmpty(text),
            OpenQuestion = filter.OpenQuestion,
            Overdue = filter.Overdue,
            Attention = filter.Attention,
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
