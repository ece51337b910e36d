using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Calendar;

/// <summary>How long questions may wait. Settings: <c>Questions</c>. A question keeps what was reckoned when it was asked.</summary>
internal sealed class QuestionSettings
{
    /// <summary>Working hours until a question that nobody has answered escalates; of an emergency hours of the clock.</summary>
    [Range(1, 2_000)]
    public int EscalateAfterHours { get; set; } = 4;
}
