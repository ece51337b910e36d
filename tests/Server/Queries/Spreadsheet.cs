using System.Net;
using System.Net.Http.Headers;
using System.Text;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Queries;

/// <summary>The list as a file, asked for and read.</summary>
internal static class Spreadsheet
{
    public static async Task<HttpResponseMessage> GetAsync(TestServer server, string client, string query)
    {
        var http = new HttpClient { BaseAddress = server.Http };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await server.Callers.Tokens.OfAsync(client));
        return await http.GetAsync($"/orders.csv{query}", HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The numbers of the orders in it.</summary>
    public static async Task<IReadOnlyList<string>> NumbersAsync(TestServer server, string client, string query)
    {
        using var answer = await GetAsync(server, client, query);
        return [.. (await RowsAsync(answer)).Skip(1).Select(r => r[1])];
    }

    /// <summary>As a spreadsheet reads it.</summary>
    public static async Task<List<string[]>> RowsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Rows(await answer.Content.ReadAsStringAsync());
    }

    private static List<string[]> Rows(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"': field.Append(text[i++]); break;
                case '"': quoted = !quoted; break;
                case ';' when !quoted: End(); break;
                case '\r' when !quoted: break;
                case '\n' when !quoted: End(); rows.Add([.. row]); row.Clear(); break;
                case '\uFEFF': break;
                default: field.Append(text[i]); break;
            }
        }
        return rows;

        void End()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
