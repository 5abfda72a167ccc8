using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Fme.Samples;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Performance.Tests;

public sealed class CallTests
{
    // A call carries what a hand-written one lacks: a handle that can be kept, the words of its errors, what of it is secret, and a time limit that says whose
    // it was.
    [Fact]
    public void Submit_and_wait_allocates_at_most_1024_bytes_more_than_written_by_hand()
    {
        long byHand = BytesOf(ByHand);
        long typed = BytesOf(Typed);

        Assert.InRange(typed - byHand, long.MinValue, 1024);
    }

    [Fact]
    public void Submit_and_wait_has_at_most_one_async_frame_more_than_written_by_hand()
    {
        List<IReadOnlyList<string>> byHand = FramesOf(ByHand);
        List<IReadOnlyList<string>> typed = FramesOf(Typed);

        Assert.Equal(2, byHand.Count);
        Assert.Equal(byHand.Count, typed.Count);
        Assert.All(typed.Zip(byHand), pair => Assert.True(pair.First.Count <= pair.Second.Count + 1, string.Join('\n', pair.First)));
    }

    private static Func<Task<object>> ByHand(HttpClient http)
    {
        var client = new HandWrittenClient(http, HeldServer.Url, "secret");
        AustinDto order = AustinOrders.Dto();
        return async () => await client.RunAsync(order, CancellationToken.None);
    }

    private static Func<Task<object>> Typed(HttpClient http)
    {
        var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = HeldServer.Url, Token = "secret", ApiVersion = FmeApiVersion.V4 }, http);
        AustinDownload order = AustinOrders.Typed();
        return async () => await client.RunAsync(order);
    }

    private static long BytesOf(Func<HttpClient, Func<Task<object>>> contestant)
    {
        using var server = new HeldServer();
        using var http = new HttpClient(server);
        Func<Task<object>> call = contestant(http);
        return Allocation.From(() => server.Run(call));
    }

    private static List<IReadOnlyList<string>> FramesOf(Func<HttpClient, Func<Task<object>>> contestant)
    {
        using var server = new HeldServer { IsPrompt = true };
        using var http = new HttpClient(server);
        server.Run(contestant(http));
        return server.Frames;
    }
}
