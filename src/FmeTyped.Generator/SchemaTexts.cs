using System.Runtime.CompilerServices;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Reads each schema file once, for the generator, for the analyzers, and for all the compilations that typing brings.</summary>
internal static class SchemaTexts
{
    // By the text, which stays the same object until the file is edited. What is read of it holds no object of Roslyn's.
    private static readonly ConditionalWeakTable<SourceText, SchemaFile> ReadAlready = new();

    public static SchemaFile Read(SourceText text) => ReadAlready.GetValue(text, static text => SchemaFileReader.Read(text.ToString()));
}
