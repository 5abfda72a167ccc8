using FmeTyped.Schema.Reading;

namespace FmeTyped.Schema.Tests.Reading;

public class NearMissTests
{
    [Theory]
    [InlineData("ab", "ax", true)]
    [InlineData("ab", "xy", false)]
    [InlineData("abcdef", "abcxyz", true)]
    [InlineData("abcdef", "abwxyz", false)]
    [InlineData("abcdef", "abc", true)]
    [InlineData("abcdef", "ab", false)]
    [InlineData("AB", "ab", true)]
    public void A_name_is_near_within_one_edit_and_one_more_for_every_three_letters(string name, string candidate, bool isNear) =>
        Assert.Equal(isNear ? candidate : null, NearMiss.Find(name, [candidate]));
}
