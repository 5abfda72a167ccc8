using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Tests.Json;

public class JsonNodeTextTests
{
    [Theory]
    [InlineData("""{ "a" : [ 1.5e3 , true , false , null ] , "b" : { "c" : { } , "d" : [ ] } }""", """{"a":[1.5e3,true,false,null],"b":{"c":{},"d":[]}}""")]
    [InlineData("[ [ 1 ] , [ 2 , 3 ] ]", "[[1],[2,3]]")]
    [InlineData("""[ "", "\u0041 \ud83d\ude00", "\" \\ \/", "\t\u001f" ]""", """["","A 😀","\" \\ /","\u0009\u001f"]""")]
    public void A_node_is_written_without_white_space_and_with_as_few_escapes_as_can_be(string text, string written)
    {
        JsonReadResult read = JsonReader.Read(text);

        Assert.Empty(read.Errors);
        Assert.Equal(written, JsonNodeText.From(read.Root!));
    }
}
