using FmeTyped.Schema.Facts;

namespace FmeTyped.Schema.Tests.Facts;

public class EncodedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("FME<space>Training<space>DB", "FME Training DB")]
    [InlineData("<openparen><quote><apos><comma><semicolon><closeparen>", "(\"',;)")]
    [InlineData("<opencurly><lf><tab><openbracket><closebracket><cr><closecurly>", "{\n\t[]\r}")]
    [InlineData("<dollar><openparen>X<closeparen><at><backslash><solidus><amp><pipe>", "$(X)@\\/&|")]
    [InlineData("<u00e9><u00C9><uD83D><uDE00>", "éÉ😀")]
    [InlineData("<lt>space<gt>", "<space>")]
    [InlineData("<lt><lt>space<gt>", "<<space>")]
    [InlineData("<SRC FGDB> <DESTINATION SCHEMA>", "<SRC FGDB> <DESTINATION SCHEMA>")]
    [InlineData("<html><br></html>", "<html><br></html>")]
    [InlineData("<<space>>", "< >")]
    [InlineData("<u12> <u 123> <u+123> <u00041> <uXYZW> <>", "<u12> <u 123> <u+123> <u00041> <uXYZW> <>")]
    [InlineData("a<space", "a<space")]
    [InlineData("<Space>", "<Space>")]
    public void Tags_become_characters_and_all_else_stays(string encoded, string decoded) =>
        Assert.Equal(decoded, EncodedText.Decode(encoded));

    [Theory]
    [InlineData("a \"b\" <c>", "a<space><quote>b<quote><space><lt>c<gt>")]
    [InlineData("$(X)@\\/&|", "<dollar><openparen>X<closeparen><at><backslash><solidus><amp><pipe>")]
    [InlineData("é😀\v", "<u00e9><ud83d><ude00><u000b>")]
    public void What_is_encoded_has_a_tag_for_each_special_character_and_comes_back(string plain, string encoded)
    {
        Assert.Equal(encoded, EncodedText.Encode(plain));
        Assert.Equal(plain, EncodedText.Decode(encoded));
    }
}
