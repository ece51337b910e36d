using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace WorkOrders.Server;

/// <summary>
/// Reads a section into a class of settings and refuses to start if anything in it is unknown, unreadable or out of
/// range.
/// </summary>
internal static class SettingsSetup
{
    /// <summary>The settings are there for injection as themselves. A class's property initialisers are the defaults.</summary>
    public static T AddSettings<T>(this WebApplicationBuilder builder, string section) where T : class, new()
    {
        var settings = new T();
        var wrong = new List<string>();
        var properties = typeof(T).GetProperties().Where(p => p.CanWrite).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var given in builder.Configuration.GetSection(section).GetChildren())
        {
            if (!properties.TryGetValue(given.Key, out var property))
                wrong.Add($"{given.Path} is not a setting. There are: {string.Join(", ", properties.Keys.Order())}.");
            else if (!TryRead(property, given.Value, out var value))
                wrong.Add($"{given.Path} is '{given.Value}'. Allowed: {Allowed(property)}.");
            else
                property.SetValue(settings, value);
        }
        if (wrong.Count > 0)
            throw new StartRefusedException(wrong);
        builder.Services.AddSingleton(settings);
        return settings;
    }

    /// <summary>Settings that were added before.</summary>
    public static T Settings<T>(this WebApplicationBuilder builder) where T : class =>
        (T)builder.Services.Single(s => s.ServiceType == typeof(T)).ImplementationInstance!;

    private static bool TryRead(PropertyInfo property, string? text, out object? value)
    {
        value = null;
        try
        {
            value = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromString(
                null, CultureInfo.InvariantCulture, text?.Trim() ?? "");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
        var read = value;
        return property.GetCustomAttributes<ValidationAttribute>().All(a => a.IsValid(read));
    }

    private static string Allowed(PropertyInfo property)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        var what = property.PropertyType == typeof(bool) ? "true or false"
            : property.PropertyType == typeof(string) ? "a text"
            : property.PropertyType == typeof(int) ? "a whole number" : "a number";
        return range is null
            ? property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? what
            : $"{what} from {range.Minimum} to {range.Maximum}";
    }
}
