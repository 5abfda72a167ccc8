namespace FmeTyped.Tests.Protocol;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("a b", "said a b.")]
    [InlineData("a b", "said a+b.")]
    [InlineData("a b", "said a%20b.")]
    [InlineData("a\"<", "said a\\u0022\\u003C.")]
    [InlineData("a\"<", "said a\\\"<.")]
    public void A_secret_is_masked_in_every_form_that_a_text_can_hold_it_in(string secret, string text) =>
        Assert.Equal($"said {FmeSecret.Mask}.", new SecretText(secret).Mask(text));

    [Fact]
    public void An_empty_secret_masks_nothing() => Assert.Equal("said", new SecretText("").Mask("said"));

    [Fact]
    public void The_last_sixteen_secrets_are_masked_and_one_that_comes_again_counts_once()
    {
        var redactor = new Redactor();
        foreach (int number in Enumerable.Range(100, 16).Append(105))
        {
            redactor.Add($"s{number}");
        }

        Assert.Equal($"{FmeSecret.Mask} {FmeSecret.Mask}", redactor.Redact("s100 s105"));

        redactor.Add("s200");

        Assert.Equal($"s100 {FmeSecret.Mask} {FmeSecret.Mask}", redactor.Redact("s100 s105 s200"));
    }
}
