using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace WorkOrders.Server.Accounts;

/// <summary>What a person's session says: the same claims as a machine client's token, and whether it is a first sign-in.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Caller.Name, user.DisplayName));
        identity.AddClaim(new(Caller.Role, user.Role));
        if (user.ContractorId is not null)
        {
            identity.AddClaim(new(Caller.ContractorId, user.ContractorId));
            identity.AddClaim(new(Caller.ContractorName, user.ContractorName ?? user.ContractorId));
        }
        if (user.FirstPasswordSetAt is not null)
            identity.AddClaim(new(Caller.FirstSignIn, "true"));
        return identity;
    }
}
