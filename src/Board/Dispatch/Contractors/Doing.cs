using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Contractors;

/// <summary>What a dispatcher is about to do on the contractors' page: one thing at a time, each with a form or a question of its own.</summary>
public abstract record Doing
{
    private Doing() { }

    public sealed record NewContractor : Doing;
    public sealed record NewPerson(ContractorReference Contractor) : Doing;
    public sealed record NewMachine(ContractorReference Contractor) : Doing;

    /// <summary>Something that has to be confirmed. The text is <c>Contractors.Sure.…</c>, the button <c>Contractors.…</c>.</summary>
    /// <param name="Id">Of the contractor, the account or the client.</param>
    /// <param name="Name">As the question says it.</param>
    public sealed record Confirm(Deed Deed, string ContractorId, string Id, string Name, int OpenOrders = 0) : Doing;

    /// <summary>The contractor under which it is done; empty for a new one.</summary>
    public string Under => this switch
    {
        NewPerson p => p.Contractor.Id,
        NewMachine m => m.Contractor.Id,
        Confirm c => c.ContractorId,
        _ => "",
    };
}

public enum Deed { Disable, Enable, DisablePerson, EnablePerson, Reset, Rotate, Revoke }

/// <summary>A first password or a secret, on the screen until somebody has taken care of it.</summary>
/// <param name="Secret">Empty if it was shown before.</param>
public sealed record ShownSecret(bool IsPassword, string Of, string Secret);
