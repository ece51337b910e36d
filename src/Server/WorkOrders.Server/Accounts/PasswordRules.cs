using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>8 to 30 characters (the upper limit is a setting), and none of those that are tried first.</summary>
internal sealed class PasswordRules(AccountsOptions options) : IPasswordValidator<Person>
{
    public const int MinimumLength = 8;

    public const string TooLong = nameof(TooLong);
    public const string Common = nameof(Common);

    // of at least 8 characters; shorter ones are refused anyway
    private static readonly HashSet<string> CommonOnes = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
        password!.Length > options.MaximumPasswordLength
            ? IdentityResult.Failed(
                new IdentityError { Code = TooLong, Description = $"A password has at most {options.MaximumPasswordLength} characters." })
        : IsCommon(password, user.UserName)
            ? IdentityResult.Failed(
                new IdentityError { Code = Common, Description = "This password is one of those that are tried first." })
        : IdentityResult.Success);

    private static bool IsCommon(string password, string? userName) =>
        CommonOnes.Contains(password)
        || string.Equals(password, userName, StringComparison.OrdinalIgnoreCase)
        || password.Distinct().Count() < 3;

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("WorkOrders.Server.Accounts.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
