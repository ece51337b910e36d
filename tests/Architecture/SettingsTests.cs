using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Accounts.Pairing;
using WorkOrders.Server.Calendar;
using WorkOrders.Server.Demonstration;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Hosting;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Photos;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tenants;
using WorkOrders.Testing;

namespace WorkOrders.Architecture.Tests;

/// <summary>src/Server/SETTINGS.md says what the classes say.</summary>
public sealed class SettingsTests
{
    private static readonly (string Section, object Defaults)[] Sections =
    [
        ("Data", new DataFolder()), ("Listen", new Listening()), ("Accounts", new AccountsOptions()), ("Pairing", new PairingSettings()), ("Writer", new WriterSettings()),
        ("Feed", new FeedSettings()), ("Limits", new Limits()), ("Photos", new PhotoSettings()), ("Tenants", new TenantSettings()), ("Dispatch", new DispatchSettings()),
        ("WorkingTime", new WorkingTimeSettings()), ("Deadlines", new DeadlineSettings()), ("Questions", new QuestionSettings()), ("Demonstration", new DemonstrationOptions()),
    ];

    [Fact]
    public void Every_setting_is_documented_with_its_default_and_its_range()
    {
        var documented = File.ReadAllLines(Path.Combine(Repository.Root, "src", "Server", "SETTINGS.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..4])
            .Select(cells => (Key: cells[0].Trim('`'), Default: cells[1].Trim('`'), Allowed: cells[2]));

        var actual =
            from section in Sections
            from property in section.Defaults.GetType().GetProperties()
            where property.CanWrite
            let value = Convert.ToString(property.GetValue(section.Defaults), CultureInfo.InvariantCulture)!
            let range = property.GetCustomAttribute<RangeAttribute>()
            select (Key: $"{section.Section}:{property.Name}", Default: value is "True" or "False" ? value.ToLowerInvariant() : value,
                Range: range is null ? null : $"{range.Minimum}-{range.Maximum}");

        Assert.Equal(
            actual.Select(s => (s.Key, s.Default)).OrderBy(s => s.Key, StringComparer.Ordinal),
            documented.Select(s => (s.Key, s.Default)).OrderBy(s => s.Key, StringComparer.Ordinal));
        Assert.All(actual.Where(s => s.Range is not null), s => Assert.Equal(s.Range, documented.Single(d => d.Key == s.Key).Allowed));
    }
}
