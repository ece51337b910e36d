using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Lifecycle;

/// <summary>A wish in the writer's queue, and the caller who waits for what becomes of it.</summary>
internal sealed class Pending(Submission wish)
{
    // the caller's own work must not hold up the writer
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Submission Wish => wish;

    public Task<Answer> Answer => _answer.Task;

    public void Tell(Outcome outcome)
    {
        if (outcome is Outcome.Done done) _answer.TrySetResult(done.Answer);
        else Fail(((Outcome.Refused)outcome).Why);
    }

    public void Fail(Exception why) => _answer.TrySetException(why);
}
