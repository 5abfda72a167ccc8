namespace FmeTyped.Tests.Values;

public sealed class FmeOptionalTests
{
    [Fact]
    public void The_default_is_unset() => AssertState(default, unset: true);

    [Fact]
    public void Null_is_unset() => AssertState((long?)null, unset: true);

    [Fact]
    public void Blank_is_blank() => AssertState(FmeBlank.Value, blank: true);

    [Fact]
    public void A_value_is_a_value()
    {
        FmeOptional<long> optional = 7;

        AssertState(optional, value: true);
        AssertState((long?)7, value: true);
        Assert.Equal(7, optional.Value);
    }

    [Fact]
    public void Without_a_value_there_is_none_to_read()
    {
        Assert.Contains("unset", Assert.Throws<InvalidOperationException>(() => default(FmeOptional<long>).Value).Message, StringComparison.Ordinal);
        Assert.Contains("blank", Assert.Throws<InvalidOperationException>(() => ((FmeOptional<long>)FmeBlank.Value).Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unset_blank_and_zero_are_three_things()
    {
        FmeOptional<long>[] all = [default, FmeBlank.Value, 0];

        Assert.Equal(3, all.Distinct().Count());
        Assert.Equal(all[2], 0L);
    }

    private static void AssertState(FmeOptional<long> optional, bool unset = false, bool blank = false, bool value = false) =>
        Assert.Equal((unset, blank, value), (optional.IsUnset, optional.IsBlank, optional.HasValue));
}
