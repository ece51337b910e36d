using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WorkOrders.Browser.Tests;

/// <summary>
/// Asks axe, in the page itself, which rules it breaks. The package made for Playwright opens another page each time to put
/// frames together; ours have none.
/// </summary>
internal static class Axe
{
    private static readonly string Script = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    /// <param name="page">Any page, without frames.</param>
    /// <param name="options">As <c>axe.run</c> takes them.</param>
    /// <returns>For each element that breaks a rule: the rule, the element, and what would help.</returns>
    public static async Task<string[]> ViolationsAsync(IPage page, object options)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("""
            async options => (await axe.run(document, { resultTypes: ['violations'], ...options }))
              .violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html} (${v.help})`))
            """, options);
    }
}
