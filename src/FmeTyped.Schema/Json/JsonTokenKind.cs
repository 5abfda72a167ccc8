namespace FmeTyped.Schema.Json;

internal enum JsonTokenKind
{
    End,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Colon,
    Comma,
    String,
    Number,

    /// <summary>Something that starts like a number and is none; the tokenizer has reported it.</summary>
    BadNumber,

    /// <summary>Letters without quotes: a literal, or text that should have quotes.</summary>
    Word,

    /// <summary>Characters that start nothing.</summary>
    Unknown,
}
