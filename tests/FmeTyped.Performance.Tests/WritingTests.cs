using System.Buffers;
using System.Text.Json;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Performance.Tests;

public sealed class WritingTests
{
    private static readonly IFmeRequest[] Orders = [AustinOrders.Typed(), SurveyOrders.Typed(), PlotOrders.Plot(), PlotOrders.Atlas()];

    [Fact]
    public void Writing_for_version_3_allocates_nothing() => Check(json => new V3ParameterWriter(json), (json, write) =>
    {
        json.WriteStartArray();
        write();
        json.WriteEndArray();
    });

    [Fact]
    public void Writing_for_version_4_allocates_nothing() => Check(json => new V4ParameterWriter(json), (json, write) =>
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    });

    private static void Check(Func<Utf8JsonWriter, JsonParameterWriter> writerOf, Action<Utf8JsonWriter, Action> frame)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        JsonParameterWriter writer = writerOf(json);
        foreach (IFmeRequest order in Orders)
        {
            Action write = () => writer.WriteParameters(order);

            Assert.Equal(0, Allocation.From(() =>
            {
                buffer.ResetWrittenCount();
                json.Reset();
                frame(json, write);
                json.Flush();
            }));
            Assert.NotEqual(0, buffer.WrittenCount);
        }
    }
}
