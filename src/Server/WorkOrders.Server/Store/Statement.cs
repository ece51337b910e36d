using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace WorkOrders.Server.Store;

/// <summary>A prepared statement. Its parameters take the values in the order in which the text first names them.</summary>
internal sealed partial class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in Parameter.Matches(sql).Select(m => m.Value).Distinct())
            _command.Parameters.Add(new() { ParameterName = name });
        _command.Prepare();
    }

    public int Run(params ReadOnlySpan<object?> values) => With(values).ExecuteNonQuery();

    public SqliteDataReader Read(params ReadOnlySpan<object?> values) => With(values).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private SqliteCommand With(ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count)
            throw new ArgumentException($"{values.Length} values for the {_command.Parameters.Count} parameters of: {_command.CommandText}");
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Parameter { get; }
}
