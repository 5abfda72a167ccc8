using FmeTyped.Schema.Reading.Fmw;

namespace FmeTyped.Schema.Tests.Fmw;

/// <summary>Real workspace files of FME 2012 to 2026.</summary>
internal static class FmwCorpus
{
    public static IReadOnlyList<string> FileNames() =>
        [.. Directory.GetFiles(Corpus.PathOf("fmw"), "*.fmw*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static byte[] Bytes(string fileName) => File.ReadAllBytes(Corpus.PathOf("fmw", fileName));

    public static FmwFile Read(string fileName) => FmwReader.Read(Bytes(fileName), "Samples", fileName);
}
