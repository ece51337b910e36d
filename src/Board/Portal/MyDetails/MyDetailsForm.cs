using WorkOrders.Board.Shared.Forms;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.MyDetails;

/// <summary>Kontaktuppgifter and Byt lösenord as somebody fills them in.</summary>
internal sealed class MyDetailsForm(Account account)
{
    /// <summary>The second typing of the new password, of which the server hears nothing.</summary>
    public const string ConfirmPassword = "confirm_password";

    private readonly ContactDetails _before = account.ContactDetails ?? new();

    public string UserName { get; } = account.UserName;

    /// <summary>The first password has to go: until then nothing else is open.</summary>
    public bool IsFirstSignIn { get; } = account.FirstSignIn;

    public ContactDetails Details { get; } = account.ContactDetails?.Clone() ?? new();

    public string CurrentPassword { get; set; } = "";
    public string NewPassword { get; set; } = "";
    public string ConfirmedPassword { get; set; } = "";

    public bool ChangesPassword => IsFirstSignIn || NewPassword.Length > 0 || ConfirmedPassword.Length > 0;

    public bool IsUntouched => Details.Equals(_before) && (CurrentPassword + NewPassword + ConfirmedPassword).Length == 0;

    /// <summary>What needs no server to be seen. The rest (wrong, too common, no telephone number) is the server's to say.</summary>
    public IEnumerable<FormProblem> Problems(int minimumLength, int maximumLength)
    {
        if (string.IsNullOrWhiteSpace(Details.Name))
            yield return Required("contact_details.name");
        if (string.IsNullOrWhiteSpace(Details.Email))
            yield return Required("contact_details.email");
        if (!ChangesPassword)
            yield break;

        if (CurrentPassword.Length == 0)
            yield return Required("current_password");
        if (NewPassword.Length == 0)
            yield return Required("new_password");
        else if (NewPassword.Length < minimumLength)
            yield return new("new_password", words => words.Format("MyDetails.TooShort", minimumLength, NewPassword.Length));
        else if (NewPassword.Length > maximumLength)
            yield return new("new_password", words => words.Format("MyDetails.TooLong", maximumLength, NewPassword.Length));
        if (ConfirmedPassword != NewPassword)
            yield return new(ConfirmPassword, words => words["MyDetails.Differs"]);
    }

    /// <summary>A present password that a browser has filled in by itself changes nothing.</summary>
    public UpdateMyContactDetailsRequest ToRequest() => new()
    {
        ContactDetails = Details.Clone(),
        CurrentPassword = ChangesPassword ? CurrentPassword : "",
        NewPassword = NewPassword,
    };

    private static FormProblem Required(string field) => new(field, words => words["Forms.Required"]);
}
