using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>The schema of a workspace and the library agree on what is a valid request; where they do not, a gap has a name and a reason.</summary>
[Trait("Suite", "fuzz")]
public class AgreementTests
{
    private const int Seed = 18;

    [Theory]
    [InlineData(FmeJsonSchemaProfile.Full)]
    [InlineData(FmeJsonSchemaProfile.Simple)]
    public void Every_kind(FmeJsonSchemaProfile profile)
    {
        (int written, int read) = Check(Samples.Kinds, profile, tries: 4000);

        Assert.InRange(written, 20, int.MaxValue);
        Assert.InRange(read, 20, int.MaxValue);
    }

    [Theory]
    [InlineData(FmeJsonSchemaProfile.Full)]
    [InlineData(FmeJsonSchemaProfile.Simple)]
    public void Every_row_of_the_conformance_table(FmeJsonSchemaProfile profile) => CheckAll(Samples.OfConformance(), profile, tries: 40);

    [CorpusTheory]
    [InlineData(FmeJsonSchemaProfile.Full)]
    [InlineData(FmeJsonSchemaProfile.Simple)]
    public void Every_workspace_of_the_corpus(FmeJsonSchemaProfile profile) => CheckAll(Samples.OfCorpus(), profile, tries: 40);

    private static void CheckAll(IReadOnlyList<FmeWorkspaceDescriptor> workspaces, FmeJsonSchemaProfile profile, int tries)
    {
        int written = 0;
        int read = 0;
        foreach (FmeWorkspaceDescriptor workspace in workspaces)
        {
            (int writtenOfIt, int readOfIt) = Check(workspace, profile, tries);
            written += writtenOfIt;
            read += readOfIt;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{workspaces.Count} workspaces, {written} requests written, {read} instances read");
        Assert.InRange(written, workspaces.Count, int.MaxValue);
        Assert.InRange(read, workspaces.Count, int.MaxValue);
    }

    private static (int Written, int Read) Check(FmeWorkspaceDescriptor workspace, FmeJsonSchemaProfile profile, int tries)
    {
        var schema = new SchemaCheck(workspace, profile);
        var instances = new InstanceGen(new Random(Seed));
        (int written, int read) = (0, 0);
        for (int i = 0; i < tries; i++)
        {
            if (instances.Written(workspace) is not { } json)
            {
                continue;
            }

            written++;
            using JsonDocument document = JsonDocument.Parse(json);
            Assert.True(
                schema.IsValid(document.RootElement) || KnownGap.OfWriter(workspace, profile) is not null,
                $"{workspace}: {json}\n{schema.ProblemsOf(document.RootElement)}\n{schema.Text}");
            read += IsValidAndRead(workspace, schema, profile, instances.Changed(workspace, json)) ? 1 : 0;
        }

        return (written, read);
    }

    private static bool IsValidAndRead(FmeWorkspaceDescriptor workspace, SchemaCheck schema, FmeJsonSchemaProfile profile, JsonElement json)
    {
        if (!schema.IsValid(json))
        {
            return false;
        }

        Assert.All(
            DescribedRequest.ErrorsOf(workspace, json),
            error => Assert.True(KnownGap.OfReader(workspace, profile, error, json) is not null, $"{workspace}: {json}\n{error}\n{schema.Text}"));
        return true;
    }
}
