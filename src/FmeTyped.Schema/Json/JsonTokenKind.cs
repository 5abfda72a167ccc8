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

    /// <summary>Something that starts like a number but is not one; the tokenizer has reported it.</summary>
    BadNumber,

    /// <summary>Unquoted letters: a literal, or text that should be quoted.</summary>
    Word,

    /// <summary>Characters that start no token.</summary>
    Unknown,
}
