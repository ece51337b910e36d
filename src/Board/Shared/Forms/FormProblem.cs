namespace WorkOrders.Board.Shared.Forms;

/// <summary>Something that is wrong with what was filled in.</summary>
/// <param name="Field">The field's path in the contract, such as <c>contact_details.name</c>; empty if it is the whole form.</param>
/// <param name="Text">What, in the language that is read.</param>
public sealed record FormProblem(string Field, Func<Words, string> Text);
