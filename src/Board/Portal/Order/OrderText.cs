using System.Globalization;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>The order's fields as the guide writes them.</summary>
public static class OrderText
{
    /// <summary>Våning: <c>0 av 2 (ej hiss)</c>. Empty where nobody has said how high the house is.</summary>
    public static string Floor(PropertyObject? o, Words words) =>
        o is null or { Floors: 0, Floor: 0 } ? "" : words.Format(o.HasLift ? "Order.FloorWithLift" : "Order.FloorWithoutLift", o.Floor, o.Floors);

    /// <summary>Utrymme: <c>Kök (076506)</c>.</summary>
    public static string Space(Subject? s) => (s?.Space ?? "", s?.SpaceCode ?? "") switch
    {
        ("", var code) => code,
        (var space, "") => space,
        var (space, code) => $"{space} ({code})",
    };

    /// <summary>Utförare: <c>1999/99999 Testfirma AB</c>.</summary>
    public static string Contractor(ContractorReference? c) => $"{c?.Id} {c?.Name}".Trim();

    public static string Address(Address? a) => Joined(", ", a?.Street, Town(a));

    public static string Town(Address? a) => Joined(" ", a?.PostalCode, a?.Town);

    /// <summary>The tenant's telephones, the one to use first. Those that are empty stand last.</summary>
    public static IReadOnlyList<Phone> Phones(Tenant? tenant)
    {
        if (tenant is null) return [];

        var preferred = TenantFields.PathOf(tenant.PreferredPhone);
        Phone[] all =
        [
            new(TenantFields.HomePhone, tenant.HomePhone, preferred == TenantFields.HomePhone),
            new(TenantFields.WorkPhone, tenant.WorkPhone, preferred == TenantFields.WorkPhone),
            new(TenantFields.MobilePhone, tenant.MobilePhone, preferred == TenantFields.MobilePhone),
        ];
        return [.. all.OrderByDescending(p => p.IsPreferred)];
    }

    /// <summary>What a telephone dials: digits, and the plus before them.</summary>
    public static string Dialled(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return number.TrimStart().StartsWith('+') ? $"tel:+{digits}" : $"tel:{digits}";
    }

    /// <summary>Upplagd: <c>2019-08-19 16:08:23</c>.</summary>
    public static string Added(DateTimeOffset at) => SwedishTime.Local(at).ToString("yyyy-MM-dd HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>When somebody did something: the time of day, with its date unless that is today.</summary>
    public static string Lately(DateTimeOffset at, DateTimeOffset now) => SwedishTime.DateOf(at) == SwedishTime.DateOf(now)
        ? SwedishTime.TimeOfDay(at)
        : $"{SwedishTime.Iso(SwedishTime.DateOf(at))} {SwedishTime.TimeOfDay(at)}";

    /// <summary>After how long a question was answered: by the clock, and in working time where that was reckoned.</summary>
    public static string After(Answer answer, Words words) => (answer.After, answer.AfterWorkingTime) switch
    {
        (null, _) => "",
        ({ } after, null) => words.Format("Order.AnsweredAfter", Numbers.Age(after.ToTimeSpan(), words)),
        ({ } after, { } worked) => words.Format("Order.AnsweredAfterWorking", Numbers.Age(after.ToTimeSpan(), words), Numbers.Worked(worked.ToTimeSpan(), words)),
    };

    private static string Joined(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}

/// <summary>One of the tenant's telephones.</summary>
/// <param name="Path">Which: its field in the contract.</param>
/// <param name="IsPreferred">It is starred: the number to use for this order.</param>
public sealed record Phone(string Path, string Number, bool IsPreferred);
