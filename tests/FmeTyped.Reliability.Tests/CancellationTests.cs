using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests;

/// <summary>Every call, cancelled at each point where it waits: it ends at once, as cancelled, and leaves nothing behind.</summary>
[Collection(nameof(UnobservedFailures))]
public sealed class CancellationTests(UnobservedFailures unobserved)
{
    public static TheoryData<string, int> Cases => new MatrixTheoryData<string, int>(Calls.All.Keys, [23166, 26018]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_call_ends_where_it_is_cancelled(string call, int build)
    {
        await using Scene scene = await Scene.StartAsync(build);
        Operation operation = Calls.All[call] with { Name = call };
        await PrepareAsync(scene, operation);
        scene.Time.ForgetPauses();
        int pauses = 0;
        scene.Time.Pausing = number => pauses = number;
        Task<object?> calm = operation.Run(scene, CancellationToken.None);
        scene.Time.Drive(calm, call);
        scene.Time.Pausing = null;
        int requests = scene.Network.Requests;
        Exception? refusal = await Record.ExceptionAsync(() => calm);
        Assert.True(refusal is null or FmeNotSupportedException, $"{refusal}");

        for (int number = 1; number <= requests; number++)
        {
            await CancelAsync(scene, operation, cancel => new Fault("before", c => BeforeAsync(c, cancel)) { First = number, Last = number });
            await CancelAsync(scene, operation, cancel => new Fault("after", c => AfterAsync(c, cancel)) { First = number, Last = number });
            await CancelAsync(
                scene, operation, cancel => new Fault("within", c => c.PassAsync(1, token => EndAsync(cancel, token))) { First = number, Last = number });
        }

        for (int number = 1; number <= pauses; number++)
        {
            await CancelAsync(scene, operation, fault: null, atPause: number);
        }

        // One that is cancelled before it begins sends nothing.
        await PrepareAsync(scene, operation);
        if (!operation.IsFirst && refusal is null)
        {
            Assert.IsAssignableFrom<OperationCanceledException>(await Record.ExceptionAsync(() => operation.Run(scene, new CancellationToken(canceled: true))));
            Assert.Equal(0, scene.Network.Requests);
        }

        unobserved.AssertNone();
    }

    private static async Task CancelAsync(Scene scene, Operation operation, Func<Action, Fault>? fault, int atPause = 0)
    {
        await PrepareAsync(scene, operation);
        using var cancellation = new CancellationTokenSource();
        bool isCancelled = false;
        scene.Network.Fault = fault?.Invoke(() =>
        {
            isCancelled = true;
            cancellation.Cancel();
        });
        scene.Time.ForgetPauses();
        scene.Time.Pausing = number =>
        {
            if (number == atPause)
            {
                isCancelled = true;
                cancellation.Cancel();
            }
        };
        TimeSpan start = scene.Time.Elapsed;
        Task<object?> call = operation.Run(scene, cancellation.Token);
        scene.Time.Drive(call, operation.Name);
        scene.Time.Pausing = null;
        scene.Network.Fault = null;
        Exception? end = await Record.ExceptionAsync(() => call);
        string where = $"{operation.Name} at request {scene.Network.Requests}, pause {atPause}: {end}";

        // What belongs to nobody any more, as a clean-up behind a result, is not the caller's to cancel.
        bool isLate = !isCancelled || end is null;
        Assert.True(isLate || end is OperationCanceledException, where);
        Assert.True(isLate || ((OperationCanceledException)end!).CancellationToken == cancellation.Token, where);
        Assert.True(end is null or OperationCanceledException or FmeNotSupportedException, where);
        Assert.True(scene.Time.Elapsed - start <= Scene.WaitTimeout, where);
        Assert.True(SpinWait.SpinUntil(() => scene.Network is { Pending: 0, OpenAnswers: 0 } && scene.Time.SetTimers == 0, TimeSpan.FromSeconds(10)),
            $"{where} left {scene.Network.Pending} requests, {scene.Network.OpenAnswers} answers, {scene.Time.SetTimers} timers");
    }

    private static async Task PrepareAsync(Scene scene, Operation operation)
    {
        await scene.RenewAsync();
        await operation.SetUp(scene);
        if (operation.IsFirst)
        {
            scene.Forget();
        }

        scene.Network.Reset();
    }

    private static async Task<HttpResponseMessage> BeforeAsync(Network.Call call, Action cancel)
    {
        cancel();
        return await call.PassAsync();
    }

    private static async Task<HttpResponseMessage> AfterAsync(Network.Call call, Action cancel)
    {
        HttpResponseMessage answer = await call.PassAsync();
        cancel();
        return answer;
    }

    private static Task EndAsync(Action cancel, CancellationToken token)
    {
        cancel();
        return token.IsCancellationRequested ? Task.FromCanceled(token) : Task.CompletedTask;
    }
}
