using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Performance.Tests;

public sealed class BuildingTests
{
    private const int BytesOfAList = 24;

    [Fact]
    public void Building_eight_parameters_allocates_at_most_what_a_hand_written_class_does_and_a_list() => Check(AustinOrders.Typed, AustinOrders.Dto);

    [Fact]
    public void Building_forty_parameters_allocates_at_most_what_a_hand_written_class_does_and_a_list() => Check(SurveyOrders.Typed, SurveyOrders.Dto);

    private static void Check(Func<object> typed, Func<object> byHand)
    {
        long most = BytesOf(byHand) + BytesOfAList;

        Assert.InRange(BytesOf(typed), 1, most);
    }

    private static long BytesOf(Func<object> build) => Allocation.From(() => GC.KeepAlive(build()));
}
