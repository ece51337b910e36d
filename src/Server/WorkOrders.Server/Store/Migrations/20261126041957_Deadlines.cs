using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkOrders.Server.Store.Migrations
{
    /// <inheritdoc />
    public partial class Deadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_work_orders_overdue",
                table: "work_orders");

            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "work_orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "means_contact",
                table: "phrases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.UpdateData(
                table: "phrases",
                keyColumn: "text",
                keyValue: "Hyresgäst är kontaktad",
                column: "means_contact",
                value: true);

            migrationBuilder.UpdateData(
                table: "phrases",
                keyColumn: "text",
                keyValue: "Tid är bokad med kund",
                column: "means_contact",
                value: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_due_at",
                table: "work_orders",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_visible_to_due_at",
                table: "work_orders",
                columns: new[] { "visible_to", "due_at" },
                filter: "due_at IS NOT NULL");

            // Of the orders that are there nobody has agreed when they are due: they have no clocks until they are placed anew or
            // given a priority. The end of their planned day counts as it did, unless it passed while a question stood open.
            migrationBuilder.Sql(
                $"""
                UPDATE work_orders SET due_at = {Midnight("date(planned_for, '+1 day')")} WHERE status < 5 AND planned_for IS NOT NULL;
                UPDATE work_orders SET due_at = NULL WHERE due_at IS NOT NULL AND EXISTS (
                    SELECT 1 FROM questions q WHERE q.number = work_orders.number AND q.contractor_id = work_orders.contractor_id
                        AND q.asked_at < due_at AND (q.answered_at IS NULL OR q.answered_at >= due_at));
                """);

            // what the planner would learn of a million orders: see the first migration
            migrationBuilder.Sql(
                """
                DELETE FROM sqlite_stat1 WHERE idx = 'IX_work_orders_overdue';
                INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
                    ('work_orders', 'IX_work_orders_due_at', '10000 10'),
                    ('work_orders', 'IX_work_orders_visible_to_due_at', '10000 20 1');
                ANALYZE sqlite_schema;
                """);
        }

        /// <summary>
        /// The instant at which a day begins in Sweden, as Unix milliseconds. SQLite knows no time zones: summer time is from the
        /// last Sunday of March, in whose night it begins, to the last of October.
        /// </summary>
        private static string Midnight(string day) =>
            $"(unixepoch({day}) - CASE WHEN {day} > date(substr({day}, 1, 4) || '-03-25', 'weekday 0')"
            + $" AND {day} <= date(substr({day}, 1, 4) || '-10-25', 'weekday 0') THEN 7200 ELSE 3600 END) * 1000";

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM sqlite_stat1 WHERE idx IN ('IX_work_orders_due_at', 'IX_work_orders_visible_to_due_at');");

            migrationBuilder.DropIndex(
                name: "IX_work_orders_due_at",
                table: "work_orders");

            migrationBuilder.DropIndex(
                name: "IX_work_orders_visible_to_due_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "work_orders");

            migrationBuilder.DropColumn(
                name: "means_contact",
                table: "phrases");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_overdue",
                table: "work_orders",
                column: "planned_for",
                filter: "status < 5");
        }
    }
}
