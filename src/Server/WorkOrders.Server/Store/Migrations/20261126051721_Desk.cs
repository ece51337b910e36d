using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkOrders.Server.Store.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "question_escalates_at",
                table: "work_orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "escalates_at",
                table: "questions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "desks",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    away_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    away_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    deputy_account = table.Column<string>(type: "TEXT", nullable: true),
                    deputy_name = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desks", x => x.account);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    order_version = table.Column<int>(type: "INTEGER", nullable: false),
                    orderer_account = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => new { x.number, x.order_version });
                });

            migrationBuilder.CreateTable(
                name: "messages_read",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    order_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages_read", x => new { x.account, x.number, x.order_version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_question_escalates_at",
                table: "work_orders",
                column: "question_escalates_at",
                filter: "question_escalates_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_questions_orderer_open",
                table: "questions",
                columns: new[] { "orderer_account", "asked_at", "number", "question_id" },
                filter: "answered_at IS NULL AND visible_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_messages_orderer_account_sent_at_number_order_version",
                table: "messages",
                columns: new[] { "orderer_account", "sent_at", "number", "order_version" });

            // what the documents say: of questions that are older than clocks nothing
            migrationBuilder.Sql(
                $"""
                UPDATE questions SET escalates_at = (
                    SELECT {Milliseconds("q.value ->> '$.escalates_at'")} FROM work_orders o, json_each(o.document, '$.questions') q
                    WHERE o.number = questions.number AND q.value ->> '$.id' = questions.question_id);
                UPDATE work_orders SET question_escalates_at = (
                    SELECT min(q.escalates_at) FROM questions q
                    WHERE q.number = work_orders.number AND q.answered_at IS NULL AND q.visible_to IS NOT NULL)
                WHERE oldest_open_question_at IS NOT NULL;
                """);

            // the messages of the log; what was sent before there was an inbox has been read
            migrationBuilder.Sql(
                """
                INSERT INTO messages (number, order_version, orderer_account, sent_at)
                SELECT e.number, e.order_version, o.orderer_account, e.committed_at
                FROM events e JOIN work_orders o ON o.number = e.number
                WHERE e.kind = 'message_sent' AND o.orderer_account IS NOT NULL;
                INSERT INTO messages_read (account, number, order_version)
                SELECT orderer_account, number, order_version FROM messages;
                """);

            // what the planner would learn of a million orders: see the first migration
            migrationBuilder.Sql(
                """
                INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
                    ('work_orders', 'IX_work_orders_question_escalates_at', '200 1'),
                    ('questions', 'IX_questions_orderer_open', '200 4 1 1 1'),
                    ('messages', 'sqlite_autoindex_messages_1', '200000 2 1'),
                    ('messages', 'IX_messages_orderer_account_sent_at_number_order_version', '200000 4000 1 1 1'),
                    ('messages_read', 'sqlite_autoindex_messages_read_1', '200000 4000 2 1'),
                    ('desks', 'sqlite_autoindex_desks_1', '50 1');
                ANALYZE sqlite_schema;
                """);
        }

        /// <summary>
        /// An instant of a document, such as <c>2026-11-25T22:19:55.1234567+00:00</c> with any number of decimals, as Unix
        /// milliseconds. Cut off as the server does it: SQLite's own reading of decimals would round.
        /// </summary>
        private static string Milliseconds(string instant) =>
            $"(unixepoch(substr({instant}, 1, 19) || substr({instant}, -6)) * 1000"
            + $" + CAST(substr(substr({instant}, 21, max(0, length({instant}) - 26)) || '000', 1, 3) AS INTEGER))";

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DELETE FROM sqlite_stat1 WHERE tbl IN ('messages', 'messages_read', 'desks')
                    OR idx IN ('IX_work_orders_question_escalates_at', 'IX_questions_orderer_open');
                """);

            migrationBuilder.DropTable(
                name: "desks");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "messages_read");

            migrationBuilder.DropIndex(
                name: "IX_work_orders_question_escalates_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "IX_questions_orderer_open",
                table: "questions");

            migrationBuilder.DropColumn(
                name: "question_escalates_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "escalates_at",
                table: "questions");
        }
    }
}
