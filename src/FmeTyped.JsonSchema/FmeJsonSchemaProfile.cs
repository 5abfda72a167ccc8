namespace FmeTyped;

/// <summary>How much of JSON Schema a schema uses.</summary>
public enum FmeJsonSchemaProfile
{
    /// <summary>
    /// All that says what a request may hold: options with their captions as <c>oneOf</c>, suggestions as <c>anyOf</c> with any text, conditions of
    /// visibility as <c>if</c> and <c>then</c>.
    /// </summary>
    Full = 0,

    /// <summary>
    /// What OpenAPI documents and the tools of language models understand: options as <c>enum</c>, captions, suggestions and conditions in words.
    /// Neither <c>oneOf</c> nor <c>if</c>: a parameter with a condition is optional, and its limits count always.
    /// </summary>
    Simple = 1,
}
