using FmeTyped.Schema.Naming;

namespace FmeTyped.Schema.Tests.Naming;

public class NameSetTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 100).Select(number => $"Name{number}")];

    [Fact]
    public void A_set_has_a_name_once_however_many_it_has()
    {
        var set = new NameSet(StringComparer.OrdinalIgnoreCase);

        foreach (string name in Names)
        {
            Assert.True(set.Add(name));
            Assert.False(set.Add(name.ToUpperInvariant()));
        }

        Assert.Equal(Names.Length, set.Count);
        Assert.All(Names, name => Assert.False(set.Add(name)));
        Assert.True(new NameSet(StringComparer.Ordinal).Add("NAME0"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public void Names_that_were_removed_can_be_added_again(int kept)
    {
        var set = new NameSet(StringComparer.Ordinal);
        Assert.All(Names, name => Assert.True(set.Add(name)));

        set.CutBack(kept);

        Assert.Equal(kept, set.Count);
        Assert.All(Names[..kept], name => Assert.False(set.Add(name)));
        Assert.All(Names[kept..], name => Assert.True(set.Add(name)));
    }
}
