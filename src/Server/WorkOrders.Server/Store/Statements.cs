using Microsoft.Data.Sqlite;

namespace WorkOrders.Server.Store;

/// <summary>Everything that the writer says to the database.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    public Statement Meta { get; } = new(connection, "SELECT head, next_number FROM log_meta");
    public Statement SetMeta { get; } = new(connection, "UPDATE log_meta SET head = $head, next_number = $next_number");

    public Statement FindRequest { get; } = new(connection,
        "SELECT body_hash, revision, answer, recorded_at FROM request_ids WHERE account = $account AND request_id = $request_id");

    /// <summary>All orders of a batch at once: their numbers as a JSON array.</summary>
    public Statement Load { get; } = new(connection,
        """
        SELECT o.revision, o.document, t.number, t.name, t.home_phone, t.work_phone, t.mobile_phone, t.preferred_phone, t.moved_in_on,
            t.may_enter, t.key_information, t.comment
        FROM work_orders o LEFT JOIN tenant_contacts t ON t.number = o.number
        WHERE o.number IN (SELECT value FROM json_each($numbers))
        """);

    public Statement InBundle { get; } = new(connection, "SELECT number, bundle_number FROM work_orders WHERE bundle_base = $bundle_base");

    public Statement OpenBundles { get; } = new(connection,
        """
        SELECT ordered_at, bundle_number FROM work_orders
        WHERE object_number = $object_number AND status IN (2, 3) AND contractor_id = $contractor_id AND bundle_number IS NOT NULL
            AND ordered_at BETWEEN $from AND $to
        ORDER BY number
        """);

    public Statement FindContractor { get; } = new(connection, "SELECT name FROM contractors WHERE id = $id AND NOT disabled");

    /// <summary>One that this account may put on a note of this order now.</summary>
    public Statement FindUnusedPhoto { get; } = new(connection,
        """
        SELECT width, height FROM photos
        WHERE id = $id AND number = $number AND account = $account AND width IS NOT NULL AND order_version IS NULL AND NOT discarded
        """);

    public Statement TakePhoto { get; } = new(connection, "UPDATE photos SET order_version = $order_version WHERE id = $id");

    public Statement AddEvent { get; } = new(connection,
        """
        INSERT INTO events (revision, "index", event_id, number, order_version, kind, type, visible_before, visible_after, committed_at, payload)
        VALUES ($revision, $index, $event_id, $number, $order_version, $kind, $type, $visible_before, $visible_after, $committed_at, $payload)
        """);

    public Statement SaveOrder { get; } = new(connection, Upsert("work_orders",
        "number", "version", "revision", "card", "document", "status", "type", "contractor_id", "visible_to", "object_number", "bundle_base",
        "bundle_number", "orderer_account", "ordered_at", "declined_at", "planned_for", "due_at", "completed_on", "open_questions", "oldest_open_question_at",
        "question_escalates_at"));

    /// <summary>For a change that moves the order in no list: SQLite rewrites every index that has a column in the statement.</summary>
    public Statement SaveInPlace { get; } = new(connection,
        "UPDATE work_orders SET version = $version, revision = $revision, card = $card, document = $document WHERE number = $number");

    public Statement SaveTenant { get; } = new(connection, Upsert("tenant_contacts",
        "number", "name", "home_phone", "work_phone", "mobile_phone", "preferred_phone", "moved_in_on", "may_enter", "key_information", "comment"));

    public Statement SaveQuestion { get; } = new(connection, Upsert("questions",
        "number, question_id", "contractor_id", "visible_to", "orderer_account", "asked_at", "answered_at", "escalates_at"));

    public Statement AddMessage { get; } = new(connection,
        "INSERT INTO messages (number, order_version, orderer_account, sent_at) VALUES ($number, $order_version, $orderer_account, $sent_at)");

    public Statement AddToSearch { get; } = new(connection,
        """
        INSERT INTO work_order_search (rowid, number, street, tenant, phrase, description, bundle, object_number)
        VALUES ($number, $number, $street, $tenant, $phrase, $description, $bundle, $object_number)
        """);

    public Statement SearchByBundle { get; } = new(connection, "UPDATE work_order_search SET bundle = $bundle WHERE rowid = $number");

    public Statement Remember { get; } = new(connection,
        """
        INSERT INTO request_ids (account, request_id, body_hash, revision, answer, recorded_at)
        VALUES ($account, $request_id, $body_hash, $revision, $answer, $recorded_at)
        """);

    public Statement Forget { get; } = new(connection,
        "DELETE FROM request_ids WHERE rowid IN (SELECT rowid FROM request_ids WHERE recorded_at < $before LIMIT $limit)");

    public void Dispose()
    {
        foreach (var statement in GetType().GetProperties().Select(p => p.GetValue(this)).OfType<Statement>())
            statement.Dispose();
    }

    private static string Upsert(string table, string key, params string[] columns) =>
        $"INSERT INTO {table} ({key}, {string.Join(", ", columns)}) "
        + $"VALUES (${key.Replace(", ", ", $", StringComparison.Ordinal)}, {string.Join(", ", columns.Select(c => "$" + c))}) "
        + $"ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", columns.Select(c => $"{c} = excluded.{c}"))}";
}
