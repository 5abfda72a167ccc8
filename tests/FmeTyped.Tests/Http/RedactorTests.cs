namespace FmeTyped.Tests.Http;

public sealed class RedactorTests
{
    private const string Secret = "k/9 \"ä\"&<x>'+%";

    /// <summary>The secret, written in many ways.</summary>
    public static TheoryData<string> Writings =>
    [
        Secret,
        "k/9+\"ä\"&<x>'+%",
        "k%2F9%20%22%C3%A4%22%26%3Cx%3E%27%2B%25",
        "k%2f9+%22%c3%a4%22%26%3cx%3e%27%2b%25",
        "k%2f9+%22%e4%22%26%3cx%3e%27%2b%25",
        "k%252F9%2520%2522%25C3%25A4%2522%2526%253Cx%253E%2527%252B%2525",
        "k%u002f9%20%22%u00E4%22%26%3Cx%3E%27+%25",
        "k\\u002f9 \\u0022\\u00e4\\u0022\\u0026\\u003Cx\\u003e\\u0027\\u002b%",
        "k\\x2f9 \\x22\\xe4\\x22\\x26<x>'+%",
        "k\\/9 \\\"ä\\\"&<x>'+%",
        "k\\\\u002F9 \\\\\\\"ä\\\\\\\"&<x>'+%",
        "k/9 &quot;&auml;&quot;&amp;&lt;x&gt;&apos;+%",
        "k/9 &QUOT;&auml;&#34;&AMP;&LT;x&GT;&#39;+%",
        "k&#47;9&#0032;&#x22;&#xE4;&#X0022;&#038;&#x3c;x&#x3E;&#x0027;&#43;&#37;",
        "k&#47;9 &amp;quot;ä&amp;#34;&amp;amp;&lt;x&gt;'+%",
        "k%2F9+\\u0022&#228;%22&amp;\\u003cx%3E&#39;%2B%",
    ];

    [Theory]
    [MemberData(nameof(Writings))]
    public void A_secret_is_masked_however_a_text_writes_it(string written)
    {
        Assert.Equal($"said {FmeSecret.Mask}.", Mask($"said {written}.", Secret));
        Assert.Equal($"\\temp\\a%41 &amp; {FmeSecret.Mask}", Mask($"\\temp\\a%41 &amp; {written}", Secret));
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("DOMAIN\\user")]
    [InlineData("C:\\new\\table")]
    [InlineData("&amp;#39;")]
    [InlineData("%")]
    [InlineData("😀key")]
    public void A_secret_that_looks_escaped_is_found_too(string secret)
    {
        Assert.Equal($"said {FmeSecret.Mask}.", Mask($"said {secret}.", secret));
        Assert.Equal($"said {FmeSecret.Mask}.", Mask($"said {Uri.EscapeDataString(secret)}.", secret));
        Assert.Equal($"said {FmeSecret.Mask}.", Mask($"said {System.Text.Json.JsonEncodedText.Encode(secret)}.", secret));
        Assert.Equal($"said {FmeSecret.Mask}.", Mask($"said {System.Net.WebUtility.HtmlEncode(secret)}.", secret));
    }

    [Theory]
    [InlineData("/k", "%2Fk")]
    [InlineData("/k", "&#47k")]
    [InlineData("/key", "&#x2Fkey")]
    [InlineData("/key", "&#x2fkey")]
    [InlineData("k/", "k&#47")]
    [InlineData("\ud83d\ude00key", "&#55357;&#56832;key")]
    [InlineData("ϑkey", "&thetasym;key")]
    public void A_whole_text_may_be_an_escaped_secret(string secret, string text) => Assert.Equal(FmeSecret.Mask, Mask(text, secret));

    [Theory]
    [InlineData("&#x110000;")]
    [InlineData("&#1114112;")]
    [InlineData("&#99999999999999999999;")]
    public void A_number_beyond_Unicode_is_no_escape(string text) => Assert.Null(new UnescapedText(text).Unescape());

    [Fact]
    public void The_last_number_of_Unicode_is_an_escape() => Assert.Equal("\U0010FFFF", new UnescapedText("&#x10FFFF;").Unescape()!.Text);

    [Fact]
    public void A_text_without_an_escape_is_not_decoded()
    {
        Assert.Null(new UnescapedText("R&D at 5 %").Unescape());
        Assert.Null(new UnescapedText("").Unescape());
    }

    [Fact]
    public void Of_a_secret_of_several_lines_each_line_is_one() =>
        Assert.Equal(
            $"{FmeSecret.Mask}|{FmeSecret.Mask}|=\r\n{FmeSecret.Mask}",
            Mask("-----BEGIN KEY-----|MIIEpAIBAAK|=\r\nMIIEpAIBAAK", "-----BEGIN KEY-----\nMIIEpAIBAAK\n="));

    [Fact]
    public void The_indent_of_a_line_is_no_part_of_it() => Assert.Equal($"say {FmeSecret.Mask}!", Mask("say MIIEpAIBAAK!", "BEGIN\n\t MIIEpAIBAAK \r\nEND"));

    [Fact]
    public void A_line_of_fewer_than_four_characters_could_be_of_any_text() =>
        Assert.Equal($"abc {FmeSecret.Mask}", Mask("abc defg", "abc\ndefg"));

    [Theory]
    [InlineData(8, FmeSecret.Mask)]
    [InlineData(9, "a%25252525252525252Fb")]
    public void A_secret_is_found_in_a_text_that_was_escaped_eight_times_and_no_more(int times, string shown)
    {
        string text = "a/b";
        for (int i = 0; i < times; i++)
        {
            text = Uri.EscapeDataString(text);
        }

        Assert.Equal(shown, Mask(text, "a/b"));
    }

    [Fact]
    public void A_secret_does_not_show_itself() => Assert.Equal(FmeSecret.Mask, new SecretText("secret").ToString());

    [Fact]
    public void A_secret_that_holds_another_is_masked_as_a_whole() => Assert.Equal(FmeSecret.Mask, Mask("abcd", "ab", "abcd", "abc"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_secret_masks_nothing(string secret) => Assert.Equal("said  so", Mask("said  so", secret));

    [Theory]
    [InlineData("100% of C:\\data\\new & more + 5 %zz &#; &#x; &none; &#99999999; \\u12 %u12 %")]
    [InlineData("")]
    public void A_text_without_a_secret_stays_the_same_text(string text) => Assert.Same(text, Mask(text, Secret));

    [Fact]
    public void A_usual_text_without_a_secret_costs_nothing()
    {
        SecretText[] secrets = [new(Secret)];

        Assert.Equal(0, AllocatedBy(() => SecretText.Mask("Roads are written.", secrets)));
    }

    [Theory]
    [InlineData("application/vnd.abcdefg", "abcdefg", "application/vnd.abcdefg")]
    [InlineData("application/vnd.abcdefgh", "abcdefgh", "application/vnd.***")]
    [InlineData("APPLICATION/ZIP", "ZIP", "APPLICATION/ZIP")]
    [InlineData("zip/zip", "zip", "***/***")]
    public void A_short_secret_is_left_in_a_usual_media_type(string mediaType, string secret, string shown) =>
        Assert.Equal(shown, new Redactor().RedactMediaType(mediaType, job: null, [new SecretText(secret)]));

    [Fact]
    public void A_long_text_of_nothing_but_escapes_is_read_soon()
    {
        foreach (string part in new[] { "%25", "%", "&", "\\", "&amp;", "&#0", "%2" })
        {
            string text = string.Concat(Enumerable.Repeat(part, 200_000));
            Assert.Same(text, Mask(text, Secret));
        }
    }

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

    [Fact]
    public void The_last_secret_once_more_costs_nothing()
    {
        var redactor = new Redactor();
        redactor.Add("secret");

        Assert.Equal(
            0,
            AllocatedBy(() =>
            {
                redactor.Add("secret");
                return redactor;
            }));
    }

    [Fact]
    public void A_jobs_secret_that_comes_again_is_kept_once_and_a_job_without_one_takes_no_place()
    {
        var jobs = new RecentSecrets<int>(1);
        jobs.Add(1, [new SecretText("one")]);
        jobs.Add(1, [new SecretText("one"), new SecretText("more")]);
        jobs.Add(2, []);

        Assert.Equal(2, jobs.All().Count);
        Assert.True(jobs.TryGet(1, out _));
        Assert.False(jobs.TryGet(2, out _));
    }

    [Fact]
    public void The_clients_own_token_is_masked_for_ever()
    {
        var redactor = new Redactor();
        redactor.Keep("own");
        foreach (int number in Enumerable.Range(100, 20))
        {
            redactor.Add($"s{number}");
        }

        Assert.Equal($"{FmeSecret.Mask} s103 {FmeSecret.Mask}", redactor.Redact("own s103 s104"));
    }

    [Fact]
    public void The_secrets_of_a_job_are_masked_in_what_is_told_of_it_and_the_oldest_jobs_are_forgotten()
    {
        var redactor = new Redactor();
        redactor.Remember(1, [new SecretText("one")]);
        redactor.Remember(1, [new SecretText("more"), new SecretText("one")]);
        redactor.RememberLost("key", [new SecretText("lost")]);
        redactor.Found("key", 2);
        redactor.Found("another", 2);

        Assert.Equal($"{FmeSecret.Mask} {FmeSecret.Mask} lost", redactor.Redact("one more lost", 1));
        Assert.Equal($"one more {FmeSecret.Mask}", redactor.Redact("one more lost", 2));
        Assert.Equal("one more lost", redactor.Redact("one more lost"));

        for (int job = 3; job <= Redactor.MostJobs + 1; job++)
        {
            redactor.Remember(job, [new SecretText("x")]);
        }

        Assert.Equal("one", redactor.Redact("one", 1));
        Assert.Equal(FmeSecret.Mask, redactor.Redact("lost", 2));
    }

    private static long AllocatedBy(Func<object> work)
    {
        work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Mask(string text, params string[] secrets) => SecretText.Mask(text, [.. secrets.Select(secret => new SecretText(secret))]);
}
