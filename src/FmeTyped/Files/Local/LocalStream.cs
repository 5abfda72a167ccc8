namespace FmeTyped;

/// <summary>A file whose content comes from a delegate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OpenAsync">Opens it.</param>
internal sealed record LocalStream(string Name, Func<CancellationToken, ValueTask<Stream>> OpenAsync) : LocalFiles(Name)
{
    public override string? FindProblem() => FileSiblings.FindProblem(Name, siblings: null);

    public override IReadOnlyList<LocalContent> List() => [new("", Name, OpenAsync)];
}
