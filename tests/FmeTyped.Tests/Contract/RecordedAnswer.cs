namespace FmeTyped.Tests.Contract;

/// <summary>One recorded answer, the call of the client that reads it, and what the call has to make of it.</summary>
/// <param name="File">The file in the corpus, such as <c>v3/info.json</c>.</param>
/// <param name="Method">The method of the request it answers.</param>
/// <param name="Path">The path of that request.</param>
/// <param name="Status">The status it came with.</param>
/// <param name="Call">Calls the client, and tells what it made of the answer.</param>
/// <param name="Expected">What that has to be.</param>
internal sealed record RecordedAnswer(string File, string Method, string Path, int Status, Func<FmeFlowClient, Task<string>> Call, string Expected)
{
    /// <summary>Makes an answer of the recorded text where that is a part of one.</summary>
    public Func<string, string> Wrap { get; init; } = static recorded => recorded;

    public FmeApiVersion Version => File[1] == '3' ? FmeApiVersion.V3 : FmeApiVersion.V4;
}
