using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

// FmeTyped.Benchmarks.VendorClient <OpenAPI document> <C# file>
OpenApiDocument document = await OpenApiDocument.FromFileAsync(args[0]);
var settings = new CSharpClientGeneratorSettings
{
    ClassName = "{controller}VendorClient",
    GenerateClientInterfaces = false,
    OperationNameGenerator = new MultipleClientsFromFirstTagAndOperationIdGenerator(),
    CSharpGeneratorSettings =
    {
        Namespace = "FmeTyped.Benchmarks.Vendor",
        JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson,
        ClassStyle = NJsonSchema.CodeGeneration.CSharp.CSharpClassStyle.Poco,
    },
};
await File.WriteAllTextAsync(args[1], new CSharpClientGenerator(document, settings).GenerateFile());
