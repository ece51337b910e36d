using System.Net.Mail;
using WorkOrders.Domain;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>Kontaktuppgifter as they come in: trimmed, and checked all at once.</summary>
internal static class ContactDetailsForm
{
    private const int MaxLength = 100;
    private const string PhoneCharacters = "0123456789 +-()";

    public static ContactDetails Read(ContactDetails? given, FieldViolations wrong)
    {
        given ??= new();
        return new()
        {
            Company = Text("company", given.Company),
            Name = Text("name", given.Name, required: true),
            Email = Email(given.Email),
            Phone = Phone("phone", given.Phone),
            MobilePhone = Phone("mobile_phone", given.MobilePhone),
            OtherPhone = Phone("other_phone", given.OtherPhone),
            Fax = Phone("fax", given.Fax),
        };

        string Text(string field, string value, bool required = false)
        {
            value = value.Trim();
            if (required && value.Length == 0)
                wrong.Add($"contact_details.{field}", "Måste fyllas i.", "Is required.", "REQUIRED");
            else if (TextRules.Check(value, maxLength: MaxLength) is { } problem)
                wrong.Add(
                    $"contact_details.{field}", $"Högst {MaxLength} tecken, inga styrtecken.",
                    $"At most {MaxLength} characters, no control characters.", $"{problem}");
            return value;
        }

        string Email(string value)
        {
            value = Text("email", value, required: true);
            if (value.Length > 0 && !(MailAddress.TryCreate(value, out var address) && address.Address == value))
                wrong.Add("contact_details.email", "Är ingen e-postadress.", "Is no e-mail address.");
            return value;
        }

        string Phone(string field, string value)
        {
            value = Text(field, value);
            if (value.Any(c => !PhoneCharacters.Contains(c)))
                wrong.Add($"contact_details.{field}", "Är inget telefonnummer.", "Is no telephone number.");
            return value;
        }
    }
}
