namespace FmeTyped.Tests.Requests;

public sealed class ValidationAllocationTests
{
    [Fact]
    public void A_good_request_costs_the_writer_and_nothing_else()
    {
        var survey = new Survey
        {
            Title = "Roads",
            Layers = ["a", "b"],
            Count = 3,
            Ratio = 0.5,
            Mode = Mode.Fast,
            Modes = [Mode.DeepScan],
            Clip = true,
            Source = FmeFile.OnServer("a"),
            Sources = FmeFile.OnServer("b"),
            Output = FmeFolder.OnServer("c"),
            Start = new DateOnly(2026, 1, 31),
            Password = "pw",
            Fill = FmeColor.FromRgb(1, 2, 3),
            Outline = FmeGeometry.BoundingBox(0, 0, 1, 1),
        };
        Assert.Empty(survey.Validate());

        long validating = AllocatedBy(() => survey.Validate());
        long writerOnly = AllocatedBy(() => new ValidatingParameterWriter());

        Assert.Equal(writerOnly, validating);
    }

    private static long AllocatedBy(Func<object> work)
    {
        object result = work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        result = work();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(result);
        return allocated;
    }
}
