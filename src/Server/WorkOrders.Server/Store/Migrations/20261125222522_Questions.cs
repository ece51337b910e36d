using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkOrders.Server.Store.Migrations
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answers_read",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    question_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers_read", x => new { x.account, x.number, x.question_id });
                });

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    question_id = table.Column<int>(type: "INTEGER", nullable: false),
                    contractor_id = table.Column<string>(type: "TEXT", nullable: false),
                    visible_to = table.Column<string>(type: "TEXT", nullable: true),
                    orderer_account = table.Column<string>(type: "TEXT", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questions", x => new { x.number, x.question_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_questions_answered",
                table: "questions",
                columns: new[] { "answered_at", "number", "question_id" },
                filter: "answered_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_questions_open",
                table: "questions",
                columns: new[] { "asked_at", "number", "question_id" },
                filter: "answered_at IS NULL AND visible_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_questions_visible_to_answered",
                table: "questions",
                columns: new[] { "visible_to", "answered_at", "number", "question_id" },
                filter: "answered_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_questions_visible_to_open",
                table: "questions",
                columns: new[] { "visible_to", "asked_at", "number", "question_id" },
                filter: "answered_at IS NULL AND visible_to IS NOT NULL");

            // the questions of the orders that are there, from their documents
            migrationBuilder.Sql(
                $"""
                INSERT INTO questions (number, question_id, contractor_id, visible_to, orderer_account, asked_at, answered_at)
                SELECT o.number, q.value ->> '$.id', q.value ->> '$.asked_by.contractor.id',
                    CASE WHEN o.visible_to = q.value ->> '$.asked_by.contractor.id' THEN o.visible_to END,
                    o.orderer_account, {Milliseconds("q.value ->> '$.asked_at'")}, {Milliseconds("q.value ->> '$.answer.answered_at'")}
                FROM work_orders o, json_each(o.document, '$.questions') q;
                """);

            // what the planner would learn of the questions of a million orders: see the first migration
            migrationBuilder.Sql(
                """
                INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
                    ('questions', 'sqlite_autoindex_questions_1', '150000 2 1'),
                    ('questions', 'IX_questions_open', '200 1 1 1'),
                    ('questions', 'IX_questions_visible_to_open', '200 2 1 1 1'),
                    ('questions', 'IX_questions_answered', '150000 1 1 1'),
                    ('questions', 'IX_questions_visible_to_answered', '150000 300 1 1 1'),
                    ('answers_read', 'sqlite_autoindex_answers_read_1', '200000 200 2 1');
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
            migrationBuilder.Sql("DELETE FROM sqlite_stat1 WHERE tbl IN ('questions', 'answers_read');");

            migrationBuilder.DropTable(
                name: "answers_read");

            migrationBuilder.DropTable(
                name: "questions");
        }
    }
}
