using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>A project of its own outside the repository, as strict as a user's can be, which holds generated files as if they were its own.</summary>
internal static class ConsumerProject
{
    private const string Strict =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <LangVersion>12</LangVersion>
            <Nullable>enable</Nullable>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <IsAotCompatible>true</IsAotCompatible>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <AssemblyAttribute Include="System.CLSCompliantAttribute"><_Parameter1>true</_Parameter1><_Parameter1_TypeName>System.Boolean</_Parameter1_TypeName></AssemblyAttribute>
            <AssemblyAttribute Include="System.Runtime.InteropServices.ComVisibleAttribute"><_Parameter1>false</_Parameter1><_Parameter1_TypeName>System.Boolean</_Parameter1_TypeName></AssemblyAttribute>
            <Reference Include="FmeTyped" HintPath="{runtime}/$(TargetFramework)/FmeTyped.dll" />
          </ItemGroup>
        </Project>
        """;

    // The tests are built into bin/<configuration>/<framework>, and so is the runtime.
    private static string RuntimeFolder =>
        Repository.PathOf("src", "FmeTyped", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name);

    public static async Task<DotNetResult> Build(IReadOnlyDictionary<string, string> sources)
    {
        using var folder = new TemporaryFolder();
        foreach ((string name, string source) in sources)
        {
            await File.WriteAllTextAsync(folder.PathOf(name), source, TestContext.Current.CancellationToken);
        }

        string project = Strict.Replace("{runtime}", RuntimeFolder, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.PathOf("Consumer.csproj"), project, TestContext.Current.CancellationToken);
        return await DotNet.RunAsync(folder.Path, "build", "-nologo");
    }
}
