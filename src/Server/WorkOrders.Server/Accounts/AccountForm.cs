using System.Net.Mail;
using System.Text.RegularExpressions;
using Google.Protobuf;
using WorkOrders.Domain;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Accounts;

/// <summary>Fields of accounts as dispatchers fill them in: trimmed, and checked all at once.</summary>
internal sealed partial class AccountForm(IMessage request)
{
    private const int MaxLength = 100;

    private readonly Form _form = new(request);

    public string Contractor(string id) => _form.Contractor("contractor_id", id).Id;

    public string Text(string field, string value)
    {
        var text = Form.Text(value);
        if (TextRules.Check(text, required: true, MaxLength) is { } problem) _form.Wrong(field, problem);
        return text;
    }

    public string Email(string field, string value)
    {
        var text = Text(field, value);
        if (text.Length > 0 && !(MailAddress.TryCreate(text, out var address) && address.Address == text))
            _form.Wrong(field, "Är ingen e-postadress.", "Is no e-mail address.");
        return text;
    }

    /// <summary>So short and plain that nobody's user name can pass for another contractor's number.</summary>
    public string Suffix(string field, string value)
    {
        var text = Form.Text(value);
        if (!PlainSuffix.IsMatch(text)) _form.Wrong(field, "Ska vara 1 till 20 av tecknen a-z och 0-9.", "Must be 1 to 20 of a-z and 0-9.");
        return text;
    }

    public string Identity(string field, string value)
    {
        if (value.Length is 0 or > MaxLength) _form.Wrong(field, ViolationKind.Required);
        return value;
    }

    /// <inheritdoc cref="Form.Close"/>
    public RequestKey Close() => _form.Close();

    [GeneratedRegex(@"\A[a-z0-9]{1,20}\z")]
    private static partial Regex PlainSuffix { get; }
}
