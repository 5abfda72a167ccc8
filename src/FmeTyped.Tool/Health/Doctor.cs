using System.Runtime.CompilerServices;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Health;

/// <summary>Checks everything that running a workspace depends on, from the server's address to the schema file.</summary>
/// <param name="client">The server.</param>
/// <param name="schema">The path of the schema file.</param>
/// <param name="queues">The queues that have to exist.</param>
/// <param name="time">The clock.</param>
internal sealed class Doctor(FmeFlowClient client, string schema, IReadOnlyList<string> queues, TimeProvider time)
{
    private static readonly TimeSpan SoonExpired = TimeSpan.FromDays(14);

    private readonly FmeFlowAdministration _administration = new(client);
    private readonly ServerReader _reader = new(client);

    /// <summary>The checks, one after the other. They stop after a token that the server does not accept.</summary>
    /// <exception cref="FmeServerUnavailableException">The server cannot be reached.</exception>
    /// <exception cref="FmeProtocolException">Something other than FME Flow responds.</exception>
    public async IAsyncEnumerable<Check> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int? build = await _administration.GetBuildAsync(cancellationToken).ConfigureAwait(false);
        yield return new("server", CheckState.Ok, build is { } number ? $"responds, and is build {number}." : "responds, but does not report its build.");
        yield return await CheckReadinessAsync(cancellationToken).ConfigureAwait(false);
        Check token = await CheckTokenAsync(cancellationToken).ConfigureAwait(false);
        yield return token;
        if (token.State == CheckState.Failed)
        {
            yield break;
        }

        yield return await CheckQueuesAsync(cancellationToken).ConfigureAwait(false);
        foreach (Check check in await CheckSchemaAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return check;
        }
    }

    private async Task<Check> CheckReadinessAsync(CancellationToken cancellationToken)
    {
        FmeServerHealth health = await _administration.GetReadinessAsync(cancellationToken).ConfigureAwait(false);
        return health.IsOk
            ? new("health", CheckState.Ok, "is ready to run jobs.")
            : new("health", CheckState.Failed, $"reports {health.ToString().ReplaceLineEndings(" ")}.") { Next = "Ask the server's administrator." };
    }

    private async Task<Check> CheckTokenAsync(CancellationToken cancellationToken)
    {
        const string Name = "token";
        try
        {
            bool seesSomething = await _administration.ListRepositoriesAsync(cancellationToken: cancellationToken)
                .AnyAsync(cancellationToken)
                .ConfigureAwait(false);
            if (!seesSomething)
            {
                return new(Name, CheckState.Warning, "is accepted, but its user can see no repository.") { Next = "Ask for the permission to run workspaces." };
            }

            if (await FindExpiringAsync(cancellationToken).ConfigureAwait(false) is not { } expiring)
            {
                return new(Name, CheckState.Ok, "is accepted; only the server's web interface shows when it expires.");
            }

            if (expiring is not [var first, ..])
            {
                return new(Name, CheckState.Ok, "is accepted, and none of the tokens that its user sees will expire soon.");
            }

            // A server never shows a token again, so it is unknown which of several tokens is this one.
            string which = expiring.Length == 1 ? $"'{first.Name}'" : $"the first to expire of the {expiring.Length} that its user sees, '{first.Name}',";
            return first.Expires - time.GetUtcNow() < SoonExpired
                ? new(Name, CheckState.Warning, $"is accepted; {which} expires on {first.Expires:u}.") { Next = "Create a new one before that." }
                : new(Name, CheckState.Ok, $"is accepted; {which} expires on {first.Expires:u}.");
        }
        catch (FmeUnauthorizedException)
        {
            return new(Name, CheckState.Failed, "is not accepted.") { Next = "Check that it is right, enabled and not expired, or create a new one." };
        }
        catch (FmeForbiddenException)
        {
            return new(Name, CheckState.Warning, "is accepted, but its user may not read everything.")
                { Next = "Ask for the permission to read repositories." };
        }
    }

    // Null where the server has no list of tokens.
    private async Task<FmeTokenInfo[]?> FindExpiringAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _administration.ListTokensAsync(cancellationToken)
                .Where(token => token.IsEnabled && token.Expires > time.GetUtcNow())
                .OrderBy(token => token.Expires)
                .ToArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is FmeNotSupportedException or FmeNotFoundException)
        {
            return null;
        }
    }

    private async Task<Check> CheckQueuesAsync(CancellationToken cancellationToken)
    {
        const string Name = "queues";
        try
        {
            string[] found = await _administration.ListQueuesAsync(cancellationToken).Select(queue => queue.Name).ToArrayAsync(cancellationToken)
                .ConfigureAwait(false);
            string[] missing = [.. queues.Except(found)];
            return missing.Length == 0
                ? new(Name, CheckState.Ok, $"are {string.Join(", ", found)}.")
                : new(Name, CheckState.Failed, $"do not include {string.Join(", ", missing)}; there are {string.Join(", ", found)}.")
                    { Next = "Correct the names, or ask for the queues to be created." };
        }
        catch (Exception fault) when (fault is FmeNotSupportedException or FmeForbiddenException)
        {
            return new(Name, CheckState.Unknown, fault is FmeForbiddenException ? "are not visible to the token's user." : "cannot be listed with version 3.");
        }
    }

    private async Task<IReadOnlyList<Check>> CheckSchemaAsync(CancellationToken cancellationToken)
    {
        const string Workspaces = "workspaces";
        const string File = "schema";
        SchemaDocument document;
        try
        {
            document = SchemaDocument.Read(schema).MustBeSound();
        }
        catch (ToolException fault)
        {
            return [new(File, CheckState.Failed, fault.Message.ReplaceLineEndings(" "))];
        }

        FmeWorkspaceInfo[] known =
            [.. document.Workspaces.Select(workspace => new FmeWorkspaceInfo { Repository = workspace.Repository, Name = workspace.Name })];
        SourceSet sources;
        try
        {
            sources = new(await _reader.ReadAsync(known, new ImmediateProgress<int>(_ => { }), cancellationToken).ConfigureAwait(false));
        }
        catch (FmeForbiddenException fault)
        {
            return [new(Workspaces, CheckState.Failed, fault.Message.ReplaceLineEndings(" "))];
        }

        string[] missing =
            [.. known.Select(workspace => workspace.ToString()).Except(sources.Workspaces.Select(source => $"{source.Repository}/{source.Name}"))];
        Check found = missing.Length == 0
            ? new(Workspaces, CheckState.Ok, $"of {schema} all exist ({known.Length}).")
            : new(Workspaces, CheckState.Failed, $"do not include {string.Join(", ", missing)}.")
                { Next = "Publish them, or give the token's user access to them." };
        return [found, CheckDifferences(document, sources)];

        Check CheckDifferences(SchemaDocument before, SourceSet now)
        {
            IReadOnlyList<Difference> differences = SchemaComparer.Compare(
                [.. before.Workspaces], [.. SchemaUpdate.Apply(before, now.Workspaces, new HashSet<string>()).Workspaces]);
            int breaking = differences.Count(difference => difference.Class == DifferenceClass.Breaking);
            return (differences.Count, breaking) switch
            {
                (0, _) => new(File, CheckState.Ok, $"{schema} is current."),
                (var all, 0) =>
                    new(File, CheckState.Warning, $"{schema} differs in {all} places, none of them breaking.") { Next = "Update it with fmetyped pull." },
                (var all, var grave) =>
                    new(File, CheckState.Failed, $"{schema} differs in {all} places, {grave} of them breaking.") { Next = "Show them with fmetyped check." },
            };
        }
    }
}
