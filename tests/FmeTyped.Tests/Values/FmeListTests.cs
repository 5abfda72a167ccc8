namespace FmeTyped.Tests.Values;

public sealed class FmeListTests
{
    [Fact]
    public void Lists_are_compared_by_value_and_order()
    {
        FmeList<string> list = ["a", "b"];

        Assert.Equal(["a", "b"], list);
        Assert.True(list == (FmeList<string>)["a", "b"]);
        Assert.True(list != (FmeList<string>)["b", "a"]);
        Assert.True(list != null);
        Assert.True((FmeList<string>?)null == null);
        Assert.Equal(list.GetHashCode(), ((FmeList<string>)["a", "b"]).GetHashCode());
        Assert.False(list.Equals((object)"a"));
    }

    [Fact]
    public void A_list_does_not_follow_the_array_it_was_made_of()
    {
        string[] array = ["a"];
        FmeList<string> list = array;
        array[0] = "b";

        Assert.Equal("a", list[0]);
    }

    [Fact]
    public void Arrays_lists_and_sequences_convert_and_null_stays_null()
    {
        FmeList<int> ofList = new List<int> { 1, 2 };

        Assert.Equal([1, 2], ofList);
        Assert.Equal([0, 1], Enumerable.Range(0, 2).ToFmeList());
        Assert.Null((FmeList<int>?)(int[]?)null);
        Assert.Null((FmeList<int>?)(List<int>?)null);
    }

    [Fact]
    public void It_counts_and_reads_as_text()
    {
        FmeList<int> list = [3, 4];

        Assert.Equal(2, list.Count);
        Assert.Equal("[3, 4]", list.ToString());
        Assert.Equal(2, list.AsSpan().Length);
    }
}
