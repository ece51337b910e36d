using WorkOrders.Server.Demonstration;

namespace WorkOrders.Testing;

/// <summary>
/// The demonstration's people: <c>1999/99999</c>, <c>elsa</c>, <c>dispatch</c>, <c>wall</c>; and <c>1999/10001</c>, who
/// signs in for the first time.
/// </summary>
public static class People
{
    public static string PasswordOf(string userName) =>
        SignIns.People.Concat(SignIns.Newcomers).Single(p => p.Person.UserName == userName).Password;
}
